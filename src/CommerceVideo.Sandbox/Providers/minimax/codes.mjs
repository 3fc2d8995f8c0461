/** MiniMax's own numbers: what its message says, and the HTTP status and type that v2 puts them in (v1 answers 200 to all). */
export const codes = {
  1000: ['unknown error', 500, 'server_error'],
  1001: ['request timeout', 500, 'server_error'],
  1002: ['rate limit, please retry later', 429, 'rate_limit_error'],
  1004: ["login fail: Please carry the API secret key in the 'Authorization' field of the request header", 401, 'authorized_error'],
  1008: ['insufficient balance', 402, 'insufficient_balance_error'],
  1024: ['internal error', 500, 'server_error'],
  1026: ['video description contains sensitive content', 422, 'unprocessable_entity_error'],
  1027: ['generated video contains sensitive content', 422, 'unprocessable_entity_error'],
  1033: ['system error', 500, 'server_error'],
  1039: ['token limit', 429, 'rate_limit_error'],
  1041: ['conn limit', 429, 'rate_limit_error'],
  2013: ['invalid params', 400, 'bad_request_error'],
  2045: ['rate growth limit', 429, 'rate_limit_error'],
  2049: ['invalid api key', 401, 'authorized_error'],
  2056: ['usage limit exceeded', 429, 'rate_limit_error'],
};

/** What ends a task, told by its code. */
export const failures = {
  'mod-out': (as) => failing(as ?? 1027),
  fail: (as) => failing(as ?? 1033),
};

const failing = (code) => ({ code: String(code), message: codes[code]?.[0] ?? 'unknown error', billed: false });

/** What keeps a task out when it is asked to; `#refuse:2056` reaches every row. */
export const refusalsIn = (refusal) => {
  const row =
    (usual, message = null) =>
    (as) =>
      refusal(Object.hasOwn(codes, as) ? as : usual, message);
  return {
    rate: row(1002),
    throttle: row(1041),
    balance: row(1008),
    retired: row(2013, 'invalid params, this model is no longer supported'),
    refuse: row(2013),
    badimg: row(2013, 'invalid params, the image cannot be read'),
    'mod-in': row(1026),
    '5xx-before': () => refusal(1000, null, 500),
  };
};

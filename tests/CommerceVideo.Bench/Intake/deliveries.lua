-- Sends signed product updates, each with an id of its own. INTAKE_BODIES is a folder of NAME.json with NAME.sig beside each;
-- INTAKE_RUN makes the ids of this run its own. The last line printed is the outcome as JSON.
local folder = os.getenv("INTAKE_BODIES")
local run = os.getenv("INTAKE_RUN")
local thread_number = 0

function setup(thread)
   thread:set("number", thread_number)
   thread_number = thread_number + 1
end

local function read(path)
   local file = assert(io.open(path, "rb"))
   local text = file:read("*a")
   file:close()
   return text
end

function init()
   heads, bodies, sent = {}, {}, 0
   for i = 1, tonumber(os.getenv("INTAKE_COUNT")) do
      local body = read(folder .. "/" .. i .. ".json")
      bodies[i] = "\r\n\r\n" .. body
      heads[i] = "POST /webhooks HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
         .. "Content-Length: " .. #body .. "\r\nX-Shopify-Topic: products/update\r\n"
         .. "X-Shopify-Hmac-Sha256: " .. read(folder .. "/" .. i .. ".sig") .. "\r\n"
         .. "X-Shopify-Shop-Domain: dev-atelier.myshopify.com\r\nX-Shopify-API-Version: 2026-10\r\n"
         .. "X-Shopify-Event-Id: 98880550-7158-44d4-b7cd-693319000001\r\n"
         .. "X-Shopify-Triggered-At: 2026-11-20T14:15:00.123456789Z\r\nX-Shopify-Webhook-Id: "
   end
end

function request()
   sent = sent + 1
   local i = sent % #bodies + 1
   return heads[i] .. string.format("%s-%d-%028d", run, number, sent) .. bodies[i]
end

function done(summary, latency)
   local errors = summary.errors
   print(string.format(
      '{"requests":%d,"microseconds":%d,"refused":%d,"broken":%d,"p50":%d,"p99":%d}',
      summary.requests, summary.duration, errors.status,
      errors.connect + errors.read + errors.write + errors.timeout,
      latency:percentile(50), latency:percentile(99)
   ))
end

import { generateKeyPairSync } from 'node:crypto';

export const project = 'sandbox-project';
export const location = 'us-central1';

/** A token somebody fetched elsewhere; it does not run out here. */
export const accessToken = 'ya29.sandbox-vertex-token';

let pair = null;

/** The account's keys, made anew for each run that needs them. */
export const keys = () =>
  (pair ??= generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }));

export const account = {
  client_email: `films@${project}.iam.gserviceaccount.com`,
  private_key_id: 'b7c1f2d34e5a69788f0a1b2c3d4e5f6071829304',
};

/** A service account's key file as Google hands it out. */
export const keyFile = () =>
  JSON.stringify({
    type: 'service_account',
    project_id: project,
    ...account,
    private_key: keys().privateKey,
    client_id: '106916112212032424010',
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
  });

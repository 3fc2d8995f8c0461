// An S3 that takes every call the store makes, but looks at no signature. Its own program would listen on all interfaces.
import { buildApp } from 'fauxqs';

const app = await buildApp({ logger: false });
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
process.stdin.resume().on('end', () => process.exit());

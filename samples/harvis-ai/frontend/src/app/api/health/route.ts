import manifest from '../../../../package.json';

export const dynamic = 'force-dynamic';

/** 200 while this server serves. The backend has its own probes; without it the page still says what is wrong. */
export function GET(): Response {
  return Response.json({ status: 'ok', version: process.env['APP_VERSION'] || manifest.version });
}

// An identity provider as an office would have it: `oidc-provider` with its own pages, where any name opens.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

const CLIENT_ID = 'tien-do'
const CLIENT_SECRET = 'what the office and its provider share'

export async function startIdentityProvider() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    /** What the service is told of it. */
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_NAME: 'Tài khoản công vụ',
    },
    /** Answers from now on, for the service at this address. */
    serve(address: string) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: CLIENT_ID,
            client_secret: CLIENT_SECRET,
            redirect_uris: [`${address}/dang-nhap`],
            grant_types: ['authorization_code'],
            response_types: ['code'],
          },
        ],
        pkce: { required: () => true },
        cookies: { keys: ['for the journeys of this house'] },
      })
      server.on('request', provider.callback())
    },
    stop: () => server.close(),
  }
}

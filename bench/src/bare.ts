// The least that could answer: Fastify, a pool, one prepared statement a route. No sign-in, no rules, no checks.
import Fastify from 'fastify'
import { Pool } from 'pg'

const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const app = Fastify()

const ONE = `
  select m.*, i.code as indicator, a.code as area, p.name as entered_by_name
  from measurement m
  join indicator i on i.id = m.indicator_id
  join area a on a.id = m.area_id
  join person p on p.id = m.entered_by
  where m.id = $1`

const SUMMARY = `
  select i.code, m."on", sum(m.numerator)::int as numerator, sum(m.denominator)::int as denominator, count(*)::int as areas
  from indicator i
  join measurement m on m.indicator_id = i.id and m.state = 'approved'
  group by i.code, m."on"
  order by i.code, m."on"`

app.get('/alive', async () => ({ alive: true }))

app.get<{ Params: { id: string } }>('/measurements/:id', async ({ params }) => {
  const { rows } = await pool.query({ name: 'one', text: ONE, values: [params.id] })
  return rows[0]
})

app.get('/summary', async () => {
  const { rows } = await pool.query({ name: 'summary', text: SUMMARY })
  return { items: rows }
})

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })

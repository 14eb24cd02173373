import { route } from '../route.ts'
import { HomeView } from '../views/home.ts'

/** The first page of whoever signs in. */
export const homeRoutes = {
  readHome: route({
    method: 'GET',
    path: '/v1/home',
    summary: {
      ja: 'ホーム。期限の近い順の「やること」、契約の件数、まだ何もないときの初めの手順',
      en: 'Home: what is due, by day; how many contracts there are; what to do first where nothing is there',
    },
    effect: 'reads',
    output: HomeView,
    status: 200,
    refusals: [],
  }),
} as const

// @ts-check
import { archive } from './pages/archive.js'
import { thisCase } from './pages/case.js'
import { cases, newCase } from './pages/cases.js'
import { changes, newChange } from './pages/changes.js'
import { concern, concerns, newConcern } from './pages/concerns.js'
import { consents } from './pages/consents.js'
import { contactChange } from './pages/contact-change.js'
import { contract } from './pages/contract.js'
import { attestation, contracts, newContract, revision } from './pages/contracts.js'
import { drillContracts } from './pages/drill.js'
import { ending } from './pages/ending.js'
import { evidence } from './pages/evidence.js'
import { exception, exceptions, newException } from './pages/exceptions.js'
import { holdings, thisExport } from './pages/exports.js'
import { bookForm, contractForm } from './pages/form-reading.js'
import { home } from './pages/home.js'
import { imports } from './pages/imports.js'
import { bodies, newEntity, newMember } from './pages/people.js'
import { operation } from './pages/operation.js'
import { operations } from './pages/operations.js'
import { provision } from './pages/provision.js'
import { ownReadiness, readiness } from './pages/readiness.js'
import { report } from './pages/report.js'
import { obligation } from './pages/obligations.js'
import { obligationList } from './pages/obligation-list.js'
import { own } from './pages/own.js'
import { affected, redisclosedContract, redisclosure, redisclosures } from './pages/redisclosures.js'
import { newReseller, reseller, resellers } from './pages/resellers.js'
import { search } from './pages/search.js'
import { service } from './pages/service.js'
import { newService, nextVersion, services } from './pages/services.js'
import { settings } from './pages/settings.js'
import { submission, submissions } from './pages/submissions.js'
import { moves, takeoverWork } from './pages/takeover-work.js'
import { takeover, takeovers } from './pages/takeovers.js'
import { unreached } from './pages/unreached.js'
import { untoldLetter, untoldLetters } from './pages/untold.js'

/**
 * Every page, in the order of the menu; where two addresses fit, the first is meant.
 * @type {readonly import('./shapes.js').Page[]}
 */
export const pages = [
  home,
  own,
  ownReadiness,
  contracts,
  search,
  untoldLetters,
  newContract,
  attestation,
  contract,
  revision,
  changes,
  newChange,
  consents,
  contactChange,
  untoldLetter,
  ending,
  provision,
  contractForm,
  archive,
  exceptions,
  newException,
  exception,
  imports,
  bookForm,
  operation,
  services,
  newService,
  service,
  nextVersion,
  evidence,
  redisclosures,
  redisclosure,
  affected,
  redisclosedContract,
  resellers,
  newReseller,
  reseller,
  readiness,
  drillContracts,
  concerns,
  newConcern,
  concern,
  cases,
  newCase,
  thisCase,
  takeovers,
  unreached,
  takeover,
  takeoverWork,
  moves,
  obligationList,
  obligation,
  submissions,
  submission,
  report,
  operations,
  holdings,
  thisExport,
  settings,
  bodies,
  newEntity,
  newMember,
]

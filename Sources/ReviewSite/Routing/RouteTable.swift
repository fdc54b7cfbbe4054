import HTTPServing
import Pipelines

/// Every route of the site with who may ask for it; what is not here does not exist.
enum RouteTable {
  /// The routes of files that hold nothing of anyone, and may be kept by browsers.
  static let assets: Set<String> = ["/style.css", "/site.js", "/icon.svg"]

  static let all: [Route] = files + trust + pages + programs

  private static let files: [Route] = [
    Route(.get, "/style.css", .anybody, "How pages look") { _ in Assets.style },
    Route(.get, "/site.js", .anybody, "What makes pages quicker to use") { _ in Assets.script },
    Route(.get, "/icon.svg", .anybody, "The sign of the site") { _ in Assets.icon },
  ]

  private static let trust: [Route] = [
    Route(.get, "/", .signedIn, "The first page") { _ in .redirect(to: Links.today) },
    Route(.get, "/sign-in", .anybody, "Signing in", fields: ["next"], SignInPage.show),
    Route(
      .post, "/sign-in", .anybody, "Signs in", fields: ["name", "password", "purpose", "next"],
      SignInPage.signIn),
    Route(.post, "/sign-out", .signedIn, "Signs out", SignInPage.signOut),
    Route(.get, "/purpose", .signedIn, "For what records are looked at", SignInPage.showPurpose),
    Route(
      .post, "/purpose", .signedIn, "Changes the purpose", fields: ["purpose"],
      SignInPage.changePurpose),
    Route(.get, "/help", .signedIn, "Keys and words", HelpPage.show),
    Route(.get, "/accounts", .right(.seeAccounts), "Accounts and roles", AccountsPage.show),
  ]

  private static let pages: [Route] = [
    Route(.get, "/today", .right(.seeRun), "What waits and how the night went", TodayPage.show),
    Route(.get, "/quality", .right(.seeRun), "Sources, quarantine and linkage", QualityPage.show),
    Route(.get, "/sources/{file}", .right(.seeRun), "A source", QualityPage.source),
    Route(
      .get, "/queue", .right(.seePeople), "Pairs to decide",
      fields: ["kind", "agency", "across", "referred", "page"], QueuePage.show),
    Route(
      .get, "/queue/next", .right(.decide), "Leads to the next pair",
      fields: ["kind", "agency", "across", "referred", "after", "done", "answered"], QueuePage.next),
    Route(
      .get, "/pair/{left}/{right}", .right(.seePeople), "Two records, compared", PairPage.show),
    Route(
      .get, "/pair/{left}/{right}/preview", .right(.seePeople),
      "What a decision about two records would change", fields: ["ruling"], Previewing.pair),
    Route(
      .post, "/pair/{left}/{right}/decide", .right(.decide), "Decides about two records",
      fields: ["ruling", "reason", "comment", "seen"], Deciding.decide),
    Route(
      .get, "/decision/{entry}", .right(.seeDecisions), "A decision, and what was seen",
      DecisionPage.show),
    Route(
      .post, "/decision/{entry}/undo", .right(.decide), "Takes a decision back",
      fields: ["comment"], Deciding.undo),
    Route(.get, "/search", .right(.seePeople), "Finding a person", SearchPage.show),
    Route(
      .post, "/search", .right(.seePeople), "Finds people", fields: ["wanted"], SearchPage.search),
    Route(
      .get, "/person/{person}", .right(.seePeople), "A person and how they came together",
      PersonPage.show),
    Route(
      .get, "/family/{family}", .right(.seePeople), "A family, its story and what it meets",
      FamilyPage.show),
    Route(
      .post, "/family/{family}/decide", .right(.decide),
      "Decides who belongs to a family", fields: ["ruling", "person", "part", "reason", "comment"],
      DecidingFamilies.decide),
    Route(
      .get, "/family/{family}/preview", .right(.seePeople),
      "What somebody’s joining or leaving a family would change",
      fields: ["ruling", "person", "part"], Previewing.family),
    Route(
      .post, "/family/{family}/preview", .right(.decide),
      "Leads to what a decision about a family would change",
      fields: ["ruling", "person", "part"], Previewing.askFamily),
    Route(
      .post, "/family/{family}/enter", .right(.manageProgramme),
      "Enters what happened to a family in the programme",
      fields: ["step", "on"] + Set(CohortStep.allCases.flatMap { $0.values.map(\.name) }).sorted(),
      EnteringCohort.enter),
    Route(
      .get, "/cohort", .right(.seePeople), "Families and where they stand",
      fields: ["status", "area", "criterion", "sort", "page"], CohortPage.show),
    Route(
      .post, "/cohort", .right(.seePeople), "Finds families", fields: ["wanted"],
      CohortPage.search),
    Route(
      .get, "/cohort/list.csv", .right(.seePeople), "The families of a list, by their ids",
      fields: ["status", "area", "criterion", "sort"], CohortPage.download),
    Route(.get, "/claims", .right(.seeClaims), "Claim windows", ClaimsPage.show),
    Route(
      .get, "/claims/{window}/{scheme}", .right(.seeClaims), "The claims of a window",
      WindowPage.show),
    Route(
      .post, "/claims/{window}/{scheme}/act", .right(.seeClaims),
      "Does something with a window’s claims",
      fields: ["act", "seed", "reason", "family", "result"],
      ActingOnClaims.window),
    Route(
      .get, "/claims/{window}/{scheme}/audit", .right(.auditClaims),
      "The claims that were drawn, to be audited", AuditPage.show),
    Route(
      .post, "/claims/{window}/{scheme}/audit", .right(.auditClaims),
      "Notes what the audit came to", fields: ["answer-CLAIM", "note-CLAIM"], AuditPage.enter),
    Route(
      .get, "/claims/{window}/{scheme}/files/{file}", .right(.seeClaims),
      "A window’s register, audit form or reconciliation", WindowFiles.fetch),
    Route(
      .get, "/claims/{window}/{scheme}/file.csv", .right(.manageProgramme), "The claim file",
      WindowFiles.claimFile),
    Route(.get, "/claim/{claim}", .right(.seeClaims), "A claim and its evidence", ClaimPage.show),
    Route(
      .post, "/claim/{claim}/act", .right(.seeClaims), "Does something with a claim",
      fields: ["act", "reason", "window"], ActingOnClaims.claim),
    Route(
      .get, "/claim/{claim}/pack/{form}", .right(.seeSensitive),
      "A claim’s evidence, to be read, checked or counted", ClaimPacks.fetch),
    Route(
      .get, "/person/{person}/preview", .right(.seePeople),
      "What taking a record out of a person would change", fields: ["record"], Previewing.split),
    Route(
      .post, "/person/{person}/preview", .right(.decide),
      "Leads to what taking a record out would change", fields: ["record"], Previewing.askSplit),
    Route(
      .post, "/person/{person}/split", .right(.decide), "Takes a record out of a person",
      fields: ["record", "reason", "comment"], Deciding.split),
    Route(
      .get, "/ledger", .right(.seeDecisions), "What was decided and published",
      fields: ["before", "views"],
      LedgerPage.show),
  ]

  private static let programs: [Route] = [
    Route(.get, "/api/openapi.json", .signedIn, form: .json, "What programs may ask", OpenAPI.show),
    Route(.get, "/api/run", .right(.seeRun), form: .json, "The run that is shown", API.run),
    Route(.get, "/api/sources", .right(.seeRun), form: .json, "Its sources", API.sources),
    Route(
      .get, "/api/queue", .right(.seePeople), form: .json, "Pairs to decide",
      fields: ["kind", "agency", "across", "referred"], API.queue),
    Route(
      .get, "/api/pairs/{left}/{right}", .right(.seePeople), form: .json, "Two records, compared",
      API.pair),
    Route(
      .get, "/api/pairs/{left}/{right}/preview", .right(.seePeople), form: .json,
      "What a decision about two records would change; 202 while it is worked out",
      fields: ["ruling"], Previewing.api),
    Route(
      .get, "/api/people/{person}", .right(.seePeople), form: .json, "A person’s records",
      API.person),
    Route(
      .get, "/api/families/{family}", .right(.seePeople), form: .json, "A family",
      ProgrammeAPI.family),
    Route(
      .get, "/api/families/{family}/preview", .right(.seePeople), form: .json,
      "What somebody’s joining or leaving a family would change; 202 while it is worked out",
      fields: ["ruling", "person", "part"], Previewing.familyAPI),
    Route(
      .get, "/api/cohort", .right(.seePeople), form: .json, "Families and where they stand",
      fields: ["status", "area", "criterion", "sort"], ProgrammeAPI.cohort),
    Route(
      .get, "/api/claims", .right(.seeClaims), form: .json, "Claims", fields: ["window", "scheme"],
      ProgrammeAPI.claims),
    Route(
      .get, "/api/decisions", .right(.seeDecisions), form: .json, "The decisions that hold",
      API.decisions),
  ]
}

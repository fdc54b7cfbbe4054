/// What does the work behind each command.
///
/// A command without a handler is not there: not listed, not suggested, not accepted.
struct Backends: Sendable {
  var demo: Handler<DemoRequest>?
  var run: Handler<RunRequest>?
  var retry: Handler<RetryRequest>?
  var rollback: Handler<RollbackRequest>?
  var plan: Handler<PlanRequest>?
  var check: Handler<CheckRequest>?
  var verify: Handler<VerifyRequest>?
  var runs: Handler<RunsRequest>?
  var rejects: Handler<RejectsRequest>?
  var sources: Handler<SourcesRequest>?
  var family: Handler<FamilyRequest>?
  var criteria: Handler<CriteriaRequest>?
  var journey: Handler<JourneyRequest>?
  var wobbles: Handler<WobblesRequest>?
  var link: Handler<LinkRequest>?
  var why: Handler<WhyRequest>?
  var how: Handler<HowRequest>?
  var train: Handler<TrainRequest>?
  var evaluate: Handler<EvaluateRequest>?
  var cohort: Handler<CohortRequest>?
  var claims: Handler<ClaimsRequest>?
  var protect: Handler<ProtectRequest>?
  var diff: Handler<DiffRequest>?
  var review: Handler<ReviewRequest>?
  var ledger: Handler<LedgerRequest>?
  var serve: Handler<ServeRequest>?
  var account: Handler<AccountRequest>?
  var report: Handler<ReportRequest>?
  var lintWorkbooks: Handler<LintWorkbooksRequest>?
  var synth: Handler<SynthRequest>?
  var doctor: Handler<DoctorRequest>?
}

extension Backends {
  /// The commands that have something behind them, in the order in which help lists them.
  var commands: [Command] {
    [
      Command(DemoRequest.self, demo),
      Command(RunRequest.self, run),
      Command(RetryRequest.self, retry),
      Command(RollbackRequest.self, rollback),
      Command(CheckRequest.self, check),
      Command(PlanRequest.self, plan),
      Command(RunsRequest.self, runs),
      Command(SourcesRequest.self, sources),
      Command(CriteriaRequest.self, criteria),
      Command(RejectsRequest.self, rejects),
      Command(FamilyRequest.self, family),
      Command(VerifyRequest.self, verify),
      Command(JourneyRequest.self, journey),
      Command(WobblesRequest.self, wobbles),
      Command(LinkRequest.self, link),
      Command(WhyRequest.self, why),
      Command(HowRequest.self, how),
      Command(TrainRequest.self, train),
      Command(EvaluateRequest.self, evaluate),
      Command(DiffRequest.self, diff),
      Command(ReviewRequest.self, review),
      Command(LedgerRequest.self, ledger),
      Command(CohortRequest.self, cohort),
      Command(ClaimsRequest.self, claims),
      Command(ProtectRequest.self, protect),
      Command(ServeRequest.self, serve),
      Command(AccountRequest.self, account),
      Command(ReportRequest.self, report),
      Command(LintWorkbooksRequest.self, lintWorkbooks),
      Command(SynthRequest.self, synth),
      Command(DoctorRequest.self, doctor),
    ].compactMap(\.self)
  }
}

extension Backends {
  /// The handlers of the program that people run.
  static let live = Backends(
    demo: DemoHandler.demo,
    run: RunHandlers.run,
    retry: RunHandlers.retry,
    rollback: RunHandlers.rollback,
    plan: PlanHandler.plan,
    check: CheckHandler.check,
    verify: RunHandlers.verify,
    runs: RunHandlers.runs,
    rejects: RejectsHandler.rejects,
    sources: SourcesHandler.sources,
    family: FamilyHandler.family,
    criteria: CriteriaHandler.criteria,
    journey: JourneyHandler.journey,
    wobbles: JourneyHandler.wobbles,
    link: LinkHandler.link,
    why: ExplainHandler.why,
    how: ExplainHandler.how,
    train: TrainHandler.train,
    evaluate: EvaluateHandler.evaluate,
    protect: ProtectHandler.protect,
    diff: DiffHandler.diff,
    review: ReviewHandler.review,
    ledger: LedgerHandler.ledger,
    synth: SynthHandler.synth,
    doctor: Doctor.examine)
}

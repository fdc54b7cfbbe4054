import Families
import Store

extension Stage {
  /// Puts people into families.
  static let families = Stage(name: "families", title: "Put people into families") { work in
    guard let settings = work.pipeline.definition.families,
      work.pipeline.definition.people != nil
    else { return }
    var records = try FamilyRecords(&work.file, settings, asOf: work.plan.asOf)
    let rulings = try StageRulings(work.plan, &work.file)
    try records.heed(rulings)
    let people = records.input.people
    let formed = FamilyFormer(settings).families(of: records.input)
    let identity = try FamilyIdentity(
      formed.families.map { family in
        (home: family.home.map { people[$0].id }, head: people[family.head].id)
      }, &work)
    try FamilyWriting(formed, identity.ids, records.input, settings).write(to: &work)
    try identity.write(to: &work)
    try rulings.note(in: &work.file, asOf: work.plan.asOf)
    work.log.note(
      RunEvent(
        .info, "families-formed", stage: "families",
        "formed \(formed.families.count) families of \(records.input.people.count) people",
        [
          ("families", .number(formed.families.count)),
          ("people", .number(records.input.people.count)),
        ]))
  }
}

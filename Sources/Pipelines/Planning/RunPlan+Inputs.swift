import Intake
import Sealing

extension RunPlan {
  /// What goes into the run, each by the name by which people know it, with a digest or a word.
  var inputs: [String: String] {
    let basis = BasisRecord(basis)
    var inputs = [
      "the program": program,
      "ledger.db": basis.ledger?.sha256, "previous run": basis.previous?.sha256,
      "reference.key": basis.references,
    ].compactMapValues(\.self)
    for file in configuration { inputs[file.path] = file.digest.hex }
    for extract in extracts {
      let problems = extract.survey.problems.map { " \($0.code.rawValue)" }.joined()
      inputs[extract.fileName] = extract.digest.hex + problems
    }
    for name in unclaimed { inputs[name] = "claimed by no contract" }
    for name in undelivered { inputs[name] = "not delivered" }
    return inputs
  }
}

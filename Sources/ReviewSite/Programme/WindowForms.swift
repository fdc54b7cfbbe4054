import Claims
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// What may be done with all claims of a window, each act with its form, for whoever may.
struct WindowForms {
  let page: WindowPage

  /// What can be done with a window's claims.
  enum Act: String, CaseIterable {
    case prepare, complete, sample
    case acceptRest = "accept-rest"
    case sign, submit, explain

    /// Who may.
    var rights: Set<Right> {
      switch self {
      case .prepare, .complete: [.prepareClaims]
      case .sample, .acceptRest: [.auditClaims]
      case .sign: [.manageProgramme, .auditClaims]
      case .submit, .explain: [.manageProgramme]
      }
    }

    var title: String {
      switch self {
      case .prepare: "Prepare claims"
      case .complete: "Call drafts complete"
      case .sample: "Draw the sample"
      case .acceptRest: "Accept the rest with the sample"
      case .sign: "Sign all that are audited"
      case .submit: "Submit all that are signed"
      case .explain: "Explain the number"
      }
    }

    var hint: String {
      switch self {
      case .prepare:
        "For every family that is attached and not claimed; what was not drawn yet is prepared again."
      case .complete: "All that lack nothing; what has a gap stays a draft."
      case .sample: "The seed is the auditor’s, so that nobody chooses what is audited."
      case .acceptRest: "Once all that were drawn were looked at, and few enough failed."
      case .sign: "Two people sign each claim, as manager and as auditor."
      case .submit: "They are locked from then on. The file for the department can be fetched."
      case .explain: "Why there are more claims than usual."
      }
    }
  }

  var markup: Markup {
    let acts = Act.allCases.filter { act in act.rights.contains(where: page.visit.may) }
    return Markup([
      acts.isEmpty
        ? .nothing : "<h2>What to do next</h2>\n<div class=\"acts\">\(acts.map(form))</div>",
      WindowFiles.links(page),
    ])
  }

  private func form(_ act: Act) -> Markup {
    let path = Links.window(page.window.id, page.scheme.name) + "/act"
    return """
      <form method="post" action="\(path)">\(page.visit.token)
      <input type="hidden" name="act" value="\(act.rawValue)">
      <p class="hint">\(act.hint)</p>\(fields(act))
      <button class="quiet-button">\(act.title)</button></form>
      """
  }

  private func fields(_ act: Act) -> Markup {
    switch act {
    case .prepare:
      let results = page.scheme.results.filter { $0.addsTo == nil }
      let result = Choice(
        label: "Result", name: "result", options: results.map { ($0.name, $0.title) },
        empty: "The one that pays most")
      let family = TextField(
        label: "Family", name: "family", hint: "Its sixteen digits, for this family alone.",
        longest: 16)
      return Markup([result.markup, family.markup])
    case .sample:
      return TextField(
        label: "Seed", name: "seed", hint: "A number from the auditor.", isRequired: true,
        longest: 18
      ).markup
    case .explain:
      return TextField(label: "Why", name: "reason", isRequired: true, longest: 300).markup
    case .complete, .acceptRest, .sign, .submit: return .nothing
    }
  }
}

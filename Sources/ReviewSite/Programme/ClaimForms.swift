import Claims
import Reports
import Vocabulary

/// What may be done with one claim, for whoever may.
struct ClaimForms {
  let page: ClaimPage

  /// What can be done with a claim.
  enum Act: String, CaseIterable {
    case complete, pass, fail, sign, submit, pay, reject, amend, withdraw

    /// Who may.
    var rights: Set<Right> {
      switch self {
      case .complete: [.prepareClaims]
      case .pass, .fail: [.auditClaims]
      case .sign: [.manageProgramme, .auditClaims]
      case .submit, .pay, .reject, .amend, .withdraw: [.manageProgramme]
      }
    }

    var title: String {
      switch self {
      case .complete: "Call it complete"
      case .pass: "It passes the audit"
      case .fail: "It fails the audit"
      case .sign: "Sign it"
      case .submit: "Submit it"
      case .pay: "It was paid"
      case .reject: "It was rejected"
      case .amend: "Amend it"
      case .withdraw: "Withdraw it"
      }
    }

    var needsReason: Bool {
      switch self {
      case .fail, .reject, .amend, .withdraw: true
      default: false
      }
    }

    /// The states after which it may come; the rules judge what is sent.
    var states: Set<ClaimStatus> {
      switch self {
      case .complete: [.draft]
      case .pass, .fail: [.complete, .inSample]
      case .sign: [.audited]
      case .submit: [.signedOff]
      case .pay, .reject: [.submitted]
      case .amend: [.submitted, .paid]
      case .withdraw: Set(ClaimStatus.allCases).subtracting([.withdrawn, .rejected])
      }
    }

    var key: String? {
      switch self {
      case .complete: "c"
      case .pass: "p"
      case .sign: "s"
      default: nil
      }
    }
  }

  var markup: Markup {
    let acts = Act.allCases.filter { act in
      (act.states.contains(page.claim.status) || act == .amend && page.claim.isAmending)
        && act.rights.contains(where: page.visit.may)
    }
    guard !acts.isEmpty else { return .nothing }
    return "<h2>What to do next</h2>\n<div class=\"acts\">\(acts.map(form))</div>"
  }

  private func form(_ act: Act) -> Markup {
    let reason: Markup =
      act.needsReason || act == .pass
      ? TextField(
        label: act == .pass ? "Note" : "Why", name: "reason-\(act.rawValue)", sentAs: "reason",
        isRequired: act.needsReason, longest: 300
      ).markup : .nothing
    let window: Markup = act == .amend ? page.windows(chosenFor: act.rawValue) : .nothing
    let key: Markup = act.key.map { " data-key=\"\($0)\"" } ?? .nothing
    return """
      <form method="post" action="\(Links.claim(page.claim.id))/act">\(page.visit.token)
      <input type="hidden" name="act" value="\(act.rawValue)">\(reason)\(window)
      <button class="quiet-button"\(key)>\(act.title)</button></form>
      """
  }
}

import Disk
import HTTPServing
import Reports
import Vocabulary

/// The buttons and fields by which somebody decides about a pair.
struct DecisionForm {
  let page: PairPage

  /// What can be ruled of a pair, each with its key.
  static let rulings: [(kind: DecisionKind, words: String, key: String, hint: String)] = [
    (.match, "One person", "m", "They are joined from the next run on."),
    (.notMatch, "Two people", "n", "They are kept apart from the next run on."),
    (.sameHousehold, "Two people of one household", "h", "Kept apart, and known to live together."),
    (.cannotTell, "Cannot tell: refer", "u", "Nothing changes; a second reviewer settles it."),
  ]

  /// The same for this pair: where something is ruled already, not even a refusal to tell changes nothing.
  private var rulings: [(kind: DecisionKind, words: String, key: String, hint: String)] {
    guard let holding = page.holding, holding.decision.subject.kind != .cannotTell else {
      return Self.rulings
    }
    return Self.rulings.map { ruling in
      guard ruling.kind == .cannotTell else { return ruling }
      return (
        ruling.kind, ruling.words, ruling.key,
        "What is decided no longer counts; a second reviewer settles it."
      )
    }
  }

  /// The reasons that can be given for a pair.
  static let reasons: [DecisionReason] = [
    .sameNumber, .differentNumbers, .typingError, .nameChange, .moved, .twins, .sameNameRelatives,
    .defaultDate, .proxyAddress, .wrongRecord, .agencyConfirmed, .workerKnows, .otherEvidence,
    .tooLittleKnown, .mistake, .other,
  ]

  var markup: Markup {
    guard page.visit.may(.decide) else {
      return
        "<h2>Decision</h2>\n\(standing)\n<p class=\"note\">Your account may look and not decide.</p>"
    }
    if let closed { return "<h2>Your decision</h2>\n\(standing)\n\(closed)" }
    let queue = QueuePage.filter(page.visit).fields
    let carried = queue.map { name, value -> Markup in
      "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }
    let place = "\(page.pair.left.text)-\(page.pair.right.text)"
    return """
      <h2>Your decision</h2>
      \(standing)\(second)
      <form method="post" action="\(Links.decide(page.pair))" id="decide">\(page.visit.token)
      <input type="hidden" name="seen" value="\(page.holding.map { "\($0.number)" } ?? "")">
      <input type="hidden" name="shown" value="\(String(page.visit.now.milliseconds))">
      \(carried)
      \(reason.markup)
      \(comment)
      <div class="rulings">
      \(rulings.map(button))
      </div>
      </form>
      <p class="actions"><a class="quiet-button" href="\(Links.with(Links.next, queue + [("after", place)]))" data-key="j">Leave it, next</a> \
      <a class="quiet-button" href="\(Links.with(Links.queue, queue))" data-key="q">Queue</a></p>
      """
  }

  /// Why whoever looks may not answer now.
  private var closed: Markup? {
    guard !page.opinions.given.isEmpty else { return nil }
    let account = page.visit.account?.name ?? ""
    if page.opinions.has(account) {
      return """
        <p class="note">You have answered. \(page.opinions.areInDispute ? "Another answered otherwise; a second reviewer settles it." : "Somebody else gives the second answer, without seeing yours.")</p>
        <p class="actions"><a class="quiet-button" href="\(Links.next)" data-key="j">Next</a></p>
        """
    }
    guard page.opinions.areInDispute, !page.visit.may(.settle) else { return nil }
    return "<p class=\"note\">Two have answered otherwise. A second reviewer settles it.</p>"
  }

  /// What the second of two is told, which is not what the first one said.
  private var second: Markup {
    if page.opinions.areInDispute {
      let answers = page.opinions.given.map { noted -> Markup in
        "<li>\(noted.decision.by): \(noted.decision.subject.kind.title), \(Words.phrase(noted.decision.reason.rawValue))</li>"
      }
      return
        "<div class=\"standing\"><p><strong>Two disagree; you settle it.</strong></p><ul class=\"bare\">\(answers)</ul></div>"
    }
    guard page.opinions.given.isEmpty else {
      return
        "<p class=\"note\">Somebody has answered, and what is not shown. Yours is the second answer.</p>"
    }
    return page.stakes.whyTwo.map { why in
      "<p class=\"note\">\(why.words): somebody else has to give the same answer.</p>"
    } ?? .nothing
  }

  private var standing: Markup {
    guard let holding = page.holding else { return .nothing }
    let decision = holding.decision
    let comment: Markup = decision.comment.map { " «\($0)»" } ?? .nothing
    return """
      <div class="standing"><p><strong>\(Words.sentence(decision.subject.kind.title))</strong>, decided by \(decision.by) \
      on \(DayWording.long(String(decision.at.prefix(10)))): \(Words.phrase(decision.reason.rawValue)).\(comment) \
      <a href="\(Links.decision(holding.number))">Entry \(count: holding.number)</a></p></div>
      """
  }

  private var reason: Choice {
    Choice(
      label: "Reason", name: "reason",
      options: Self.reasons.map { ($0.rawValue, Words.sentence($0.rawValue)) },
      chosen: page.visit.form["reason"], empty: "Choose a reason", isRequired: true, key: "r")
  }

  private var comment: Markup {
    """
    <div class="field"><label for="comment">Comment</label>
    <p class="hint" id="comment-hint">Only where the reason does not say it, with no more about people than needed.</p>
    <textarea id="comment" name="comment" rows="2" maxlength="500" aria-describedby="comment-hint" data-key="c">\(page.visit.form["comment"] ?? "")</textarea></div>
    """
  }

  private func button(
    _ ruling: (kind: DecisionKind, words: String, key: String, hint: String)
  ) -> Markup {
    """
    <button class="ruling" name="ruling" value="\(ruling.kind.rawValue)" data-key="\(ruling.key)">\
    <span>\(ruling.words) <kbd>\(ruling.key)</kbd></span><small>\(ruling.hint)</small></button>
    """
  }
}

/// Why somebody decided, from a list, so that reasons can be counted.
public enum DecisionReason: String, Hashable, Sendable, CaseIterable {
  /// Twins or other children of one birth.
  case twins
  /// Parent and child of one name.
  case sameNameRelatives = "same-name-relatives"
  /// Another name by marriage, adoption or choice.
  case nameChange = "name-change"
  /// Another address after a move.
  case moved
  /// A slip of the keyboard.
  case typingError = "typing-error"
  /// A birth date that a system filled in.
  case defaultDate = "default-date"
  /// A number that proves it.
  case sameNumber = "same-number"
  /// Numbers that rule it out.
  case differentNumbers = "different-numbers"
  /// An address that stands for somebody else's, or for an office.
  case proxyAddress = "proxy-address"
  /// A record about somebody else.
  case wrongRecord = "wrong-record"
  /// A child who left home.
  case leftHome = "left-home"
  /// Parents who live apart.
  case separated
  /// A new partner in the household.
  case newPartner = "new-partner"
  /// A child looked after by the council.
  case lookedAfter = "looked-after"
  /// Somebody who only shares the building.
  case neighbour
  /// The agency was asked and said so.
  case agencyConfirmed = "agency-confirmed"
  /// The family's worker knows it.
  case workerKnows = "worker-knows"
  /// Evidence that is not in the extracts.
  case otherEvidence = "other-evidence"
  /// Evidence in the extracts that is wrong.
  case wrongEvidence = "wrong-evidence"
  /// A need that no criterion names.
  case localNeed = "local-need"
  /// Too little is known.
  case tooLittleKnown = "too-little-known"
  /// The earlier decision was a mistake.
  case mistake
  /// Anything else, said in the comment.
  case other
}

/// As what somebody decided.
public enum DecisionRole: String, Hashable, Sendable, CaseIterable {
  /// Reviews pairs and families.
  case reviewer
  /// Settles what reviewers disagree on.
  case lead
  /// Answers for the programme.
  case manager
  /// Runs the nights.
  case dataTeam = "data-team"
}

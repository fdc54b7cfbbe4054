/// For what somebody looks at records: asked when they sign in, and noted with every view.
public enum Purpose: String, Hashable, Sendable, CaseIterable {
  /// To decide whether records are one person.
  case matchReview = "match-review"
  /// To say whether people are one family, and what it needs.
  case familyReview = "family-review"
  /// To examine a claim.
  case claimAudit = "claim-audit"
  /// To answer a person who asks what is held about them.
  case subjectRequest = "subject-request"
  /// To judge or mend the quality of data.
  case dataQuality = "data-quality"

  /// The purpose in a few words.
  var title: String {
    switch self {
    case .matchReview: "Review of matches"
    case .familyReview: "Review of families"
    case .claimAudit: "Audit of claims"
    case .subjectRequest: "A person’s request about their data"
    case .dataQuality: "Data quality"
    }
  }
}

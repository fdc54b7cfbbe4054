import Sealing
public import Store
public import Vocabulary

extension PublicReferences {
  /// A claim as the lines of its evidence, people under their references; rows of kinds that may not be shown are hidden.
  public func evidence(
    of claim: FrozenClaim, hiding isHidden: (String) -> Bool = { _ in false }
  ) -> ClaimEvidence {
    ClaimEvidence(
      claim, naming: { reference(to: $0) }, salting: { salt(of: $0) }, hiding: isHidden)
  }

  /// The digest of everything that a claim holds, which its evidence has too.
  public func digest(of claim: FrozenClaim) -> String { evidence(of: claim).digest }
}

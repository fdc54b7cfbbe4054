import Disk
import TestSupport
import Testing
import Vocabulary

@testable import Pipelines

/// References that leave the team.
@Suite struct PublicReferenceTests {
  @Test func `a reference lasts, is one's own, and is another in another workspace`() throws {
    try withTemporaryFolder { folder in
      let one = Workspace(Path(folder).joining("one"))
      let references = try PublicReferences(one)
      let words = (0..<500).map { references.reference(to: FamilyID(Int64($0))) }
      #expect(Set(words).count == 500)
      let again = try PublicReferences(one)
      #expect(words == (0..<500).map { again.reference(to: FamilyID(Int64($0))) })
      let other = try PublicReferences(Workspace(Path(folder).joining("other")))
      let others = (0..<500).map { other.reference(to: FamilyID(Int64($0))) }
      #expect(Set(words).isDisjoint(with: others))
      #expect(references.reference(to: PersonID(3)).dropFirst() != words[3].dropFirst())
      #expect(words.allSatisfy { $0.count == 16 && $0.hasPrefix("F-") })
      #expect(try Files.size(of: one.referenceKey) == 32)
    }
  }

  @Test func `a damaged key is told, not replaced`() throws {
    try withTemporaryFolder { folder in
      let workspace = Workspace(Path(folder))
      try Files.writeAtomically([1, 2, 3], to: workspace.referenceKey)
      #expect(throws: RunProblem.badReferenceKey(workspace.referenceKey)) {
        try PublicReferences(workspace)
      }
    }
  }
}

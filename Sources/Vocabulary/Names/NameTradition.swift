/// A way of naming people that tells how far to trust the parts of a name.
///
/// These are hints from single words. They say what to try besides the plain comparison and never
/// what somebody's family is.
public enum NameTradition: String, CaseIterable, Hashable, Sendable {
  /// Begum, Kaur, Singh, Md: markers of sex or faith that no family shares as a surname.
  case southAsian
  /// Own name, father's name, grandfather's name: siblings share the chain, spouses do not.
  case somaliChain
  /// Two surnames, the father's and the mother's; either may be given alone.
  case twoSurnames
  /// The ending of the surname differs between husband and wife.
  case genderedEnding
  /// The family name may have come first.
  case familyNameFirst
}

/// One hint about a name, with what else it may be called.
public struct NameTraditionHint: Hashable, Sendable {
  /// The way of naming that the words suggest.
  public let tradition: NameTradition
  /// The folded words that are markers and no family's surname.
  public let markers: [String]
  /// Folded forenames that may stand where the given name was read.
  public let givenCandidates: [String]
  /// Folded surnames that may stand where the surname was read.
  public let surnameCandidates: [String]
}

extension PersonName {
  /// What the words suggest about how the name is made, in the order of `NameTradition`.
  public var traditionHints: [NameTraditionHint] {
    NameTradition.allCases.compactMap { hint(of: $0) }
  }

  private func hint(of tradition: NameTradition) -> NameTraditionHint? {
    switch tradition {
    case .southAsian: southAsianHint
    case .somaliChain: somaliHint
    case .twoSurnames: twoSurnamesHint
    case .genderedEnding: genderedEndingHint
    case .familyNameFirst: familyNameFirstHint
    }
  }

  private var foldedGiven: [String] { givenNames.map { $0.folded } }
  private var foldedSurname: [String] { surname.map { $0.folded } }

  /// Markers leave the names around them as candidates: of Mohammed Abdul Karim Begum, Karim.
  private var southAsianHint: NameTraditionHint? {
    let last = foldedSurname.filter { TraditionWords.southAsianSuffixes.contains($0) }
    let first = foldedGiven.prefix(1).filter {
      TraditionWords.southAsianPrefixes.contains($0) && givenNames.count > 1
    }
    let middle = foldedGiven.dropFirst().filter { TraditionWords.southAsianSuffixes.contains($0) }
    let markers = Array(first) + middle + last
    guard !markers.isEmpty else { return nil }
    let given = foldedGiven.filter { !markers.contains($0) }
    let family = foldedSurname.filter { !markers.contains($0) }
    return NameTraditionHint(
      tradition: .southAsian, markers: markers, givenCandidates: Array(given.prefix(1)),
      surnameCandidates: family.isEmpty ? Array(given.dropFirst()) : family)
  }

  private var somaliHint: NameTraditionHint? {
    let chain = foldedGiven + foldedSurname
    guard chain.count == 3 || chain.count == 4 else { return nil }
    let known = chain.count { TraditionWords.somaliNames.contains($0) }
    guard known >= 2, known * 2 >= chain.count else { return nil }
    return NameTraditionHint(
      tradition: .somaliChain, markers: [], givenCandidates: [chain[0]],
      surnameCandidates: Array(chain.dropFirst()))
  }

  /// The second last word of the whole name may be the father's surname, which children bear.
  private var twoSurnamesHint: NameTraditionHint? {
    let tail =
      givenNames.count > 1 && surname.count == 1
      ? foldedGiven.suffix(1) + foldedSurname : foldedSurname
    guard tail.count == 2, !surname[0].isHyphenatedToNext,
      tail.allSatisfy({ TraditionWords.isIberian($0) })
    else { return nil }
    return NameTraditionHint(
      tradition: .twoSurnames, markers: [], givenCandidates: Array(foldedGiven.prefix(1)),
      surnameCandidates: Array(tail) + [tail.joined(separator: " ")])
  }

  private var genderedEndingHint: NameTraditionHint? {
    let stems = foldedSurname.map { SurnameStem.stem(of: $0) }
    guard stems != foldedSurname else { return nil }
    return NameTraditionHint(
      tradition: .genderedEnding, markers: [], givenCandidates: [], surnameCandidates: stems)
  }

  /// "Chen Wei Ming": the word read as a forename is a usual Chinese family name.
  private var familyNameFirstHint: NameTraditionHint? {
    guard let first = foldedGiven.first, !foldedSurname.isEmpty,
      TraditionWords.chineseFamilyNames.contains(first),
      !foldedSurname.contains(where: { TraditionWords.chineseFamilyNames.contains($0) })
    else { return nil }
    let given = Array(foldedGiven.dropFirst()) + foldedSurname
    return NameTraditionHint(
      tradition: .familyNameFirst, markers: [],
      givenCandidates: [given.joined(separator: " ")], surnameCandidates: [first])
  }
}

/// The words that suggest a tradition.
enum TraditionWords {
  static let southAsianSuffixes = words(
    """
    SINGH KAUR BEGUM BEGAM BIBI KHATUN KHATOON KHANUM KHANAM AKHTAR AKTHAR AKTER AKHTER BANO BANU \
    SULTANA PARVEEN PARVIN NESSA KUMAR KUMARI DEVI LAL ULLAH UDDIN MIAH BAI BEN BHAI JAN
    """)
  static let southAsianPrefixes = words(
    "MD MOHD MOHAMMED MUHAMMAD MOHAMMAD MOHAMED MST MOST MOSAMMAT MUSAMMAT SYED SHAH SHEIKH")
  static let somaliNames = words(
    """
    ABDI ABDIRAHMAN ABDULLAHI ABDIRASHID ABDIKADIR ABDIAZIZ ABUKAR ADAN ADEN AHMED ALI AMINA ASHA \
    AWEIS AYAN BARRE BASHIR DAHIR DEQA DUALE ELMI FADUMO FAISAL FARAH FARHAN FARTUN GULED GURE \
    HALIMO HAMDI HASSAN HAWA HERSI HIRSI HODAN HUSSEIN IBRAHIM IFRAH IKRAN ISMAIL ISSE JAMA KHADRA \
    LIBAN MAHAD MAHAMED MAHAMUD MOHAMED MOHAMUD MUHUMED MUSE NIMO NUR OMAR OSMAN RAGE SAGAL SAHRA \
    SAID SAMATAR SHEIKH SHUKRI SULEIMAN WARSAME YASIN YUSUF ZAHRA
    """)
  static let chineseFamilyNames = words(
    """
    CHEN CHAN LI WANG WONG ZHANG CHEUNG LIU LAU HUANG ZHAO WU NG ZHOU CHOW XU SUN MA ZHU HU GUO KWOK \
    LIN LAM HE HO GAO LIANG LEUNG ZHENG LUO SONG XIE TANG HAN CAO DENG XIAO FENG ZENG CHENG CAI PAN \
    YUAN DONG YU YE JIANG TSANG YEUNG YANG FUNG NGUYEN TRAN PHAM HOANG
    """)

  /// Whether a folded surname is a usual one in Spain, Portugal and Latin America.
  static func isIberian(_ folded: String) -> Bool {
    iberianNames.contains(folded)
      || folded.utf8.count > 4 && (folded.hasSuffix("EZ") || folded.hasSuffix("GUES"))
  }

  private static let iberianNames = words(
    """
    GARCIA MORENO ROMERO NAVARRO TORRES RAMOS SERRANO BLANCO MOLINA MORALES DELGADO CASTRO ORTEGA \
    RUBIO MARIN ORTIZ NUNEZ MEDINA CASTILLO CORTES SANTOS LOZANO GUERRERO CANO PRIETO CRUZ CALVO \
    HERRERA REYES VARGAS SILVA FERREIRA PEREIRA OLIVEIRA COSTA CARVALHO ALMEIDA RIBEIRO PINTO \
    SOUSA DESOUSA SOUZA DESOUZA DASILVA DOSSANTOS MARTINS SOARES VIEIRA FONSECA CARDOSO TEIXEIRA \
    ROCHA NEVES COELHO MENDES NUNES MONTEIRO MARQUES MOREIRA CORREIA LOPES PIRES GOMES DACOSTA ALVES
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map { String($0) })
  }
}

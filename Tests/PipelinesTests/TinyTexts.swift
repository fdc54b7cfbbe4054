/// What the files of `TinyPipeline` say.
enum TinyTexts {
  static let asOf = "2013-07-22"

  static let pipeline = """
    council: Tinyshire
    la_code: "820"
    gss_code: E10000099
    purpose: identification
    extracts: extracts
    calendar: ../calendar.csv
    vocabulary: ../vocabulary.yaml
    defaults:
      rejected: {warn_over: 30%, error_over: 60%}

    """

  static let vocabulary = """
    agencies:
      education: {title: Schools, universal: true}
      housing: {title: Housing}
    kinds:
      education.exclusion.fixed:
        title: Excluded for a while
        agency: education
        shape: event
        level: 2
        sensitivity: ordinary
        attributes: [sessions]
      housing.tenancy:
        title: Tenancy
        agency: housing
        shape: episode
        level: 0
        sensitivity: ordinary
        attributes: [group]
      housing.report:
        title: Report of a nuisance
        agency: housing
        shape: event
        level: 1
        sensitivity: ordinary
        attributes: [group]
    relations:
      joint-tenant: {title: Joint tenant with, inverse: joint-tenant}

    """

  static let calendar = """
    la,school,academic_year,term,start,end
    820,*,2012/13,autumn,2012-09-04,2012-12-21
    820,*,2012/13,spring,2013-01-07,2013-03-28
    820,*,2012/13,summer,2013-04-15,2013-07-24

    """

  private static let legal = """
    legal:
      basis: public task
      gateway: Education Act 1996
      purposes: [identification]
      retain: 6 years

    """

  static let contracts = [
    "exclusions": """
    source: exclusions
    title: Exclusions
    agency: education
    owner: Pupil Services
    \(legal)file:
      name: exclusions_{yyyy-MM-dd}.csv
      every: month
      warn_after: 45 days
      error_after: 100 days
      contents: snapshot
    footer:
      - total: "Total records: {count}"
    columns:
      Surname: {type: name, required: true}
      Forename: {type: name, required: true}
      DOB: {type: date, format: dd/MM/yyyy, birth: true}
      Category: {type: code, codes: {FIXD: fixed, PERM: permanent}, required: true}
      Start: {type: date, format: dd/MM/yyyy, required: true}
      Sessions: {type: sessions, range: [0, 90]}
    people:
      pupil: {surname: Surname, forename: Forename, born: DOB}
    facts:
      - kind: education.exclusion.fixed
        of: pupil
        on: Start
        key: [Surname, Forename, Start]
        attributes: {sessions: Sessions}
        when: {Category: fixed}

    """,
    "tenancies": """
    source: tenancies
    title: Tenancies
    agency: housing
    owner: Housing Systems
    \(legal)file:
      name: tenancies_{yyyy-MM}.csv
      required: false
      every: month
      contents: snapshot
    dialect: {delimiter: semicolon}
    columns:
      Ref: {type: reference, required: true}
      Address: {type: text, required: true}
      Postcode: {type: postcode}
      Tenant: {type: name, required: true}
      Joint: {type: name}
      Start: {type: date, format: yyyy-MM-dd, required: true}
      End: {type: date, format: yyyy-MM-dd}
    places:
      property: {lines: [Address], postcode: Postcode}
    people:
      tenant: {name: Tenant, at: property, since: Start, until: End}
      joint: {name: Joint, at: property, since: Start, until: End}
    facts:
      - kind: housing.tenancy
        of: tenant
        start: Start
        end: End
        key: [Ref, Tenant]
        attributes: {group: Ref}
    relations:
      - {kind: joint-tenant, from: joint, to: tenant, since: Start, until: End}

    """,
    "reports": """
    source: reports
    title: Reports of nuisance
    agency: housing
    owner: Housing Systems
    \(legal)file:
      name: reports {dd-MM-yyyy}.csv
      required: false
      every: quarter
      contents: increment
    columns:
      Ref: {type: reference, required: true}
      Name: {type: name, required: true}
      Date: {type: date, format: yyyy-MM-dd, required: true}
    people:
      subject: {name: Name}
    facts:
      - kind: housing.report
        of: subject
        on: Date
        key: [Ref]
        attributes: {group: Ref}

    """,
  ]

  static let exclusionsHeader = "Surname,Forename,DOB,Category,Start,Sessions\n"
  static let tenanciesHeader = "Ref;Address;Postcode;Tenant;Joint;Start;End\n"

  /// The deliveries of June and July: July's has four rows of June's, one of them corrected, and two bad rows.
  static let deliveries = [
    "exclusions_2013-06-03.csv": exclusionsHeader + """
      Archer,Amy,01/02/2003,FIXD,06/05/2013,4
      Baker,Ben,11/12/2001,FIXD,07/05/2013,6
      Cooper,Cat,05/06/2004,FIXD,14/05/2013,2
      Dyer,Dan,,PERM,20/05/2013,
      Dyer,Dan,,PERM,20/05/2013,
      Total records: 5

      """,
    "exclusions_2013-07-01.csv": exclusionsHeader + """
      Archer,Amy,01/02/2003,FIXD,06/05/2013,4
      Baker,Ben,11/12/2001,FIXD,07/05/2013,10
      "Cooper",Cat,05/06/2004,FIXD,14/05/2013,2
      Fisher,Fay,09/09/2002,WHAT,03/06/2013,1
      "Glover",Gus,30/01/2000,FIXD,31/02/2013,1
      Hunter,Hal,02/02/2002,FIXD,10/06/2013,8
      Archer,Amy,01/02/2003,FIXD,06/05/2013,4
      Mason,Mo,17/03/2003,FIXD,11/06/2013,2
      Total records: 8

      """,
    "tenancies_2013-06.csv": tenanciesHeader + """
      T1;1 High Street;SO14 3AA;Ms Ann Archer;;2010-01-04;
      T2;2 High Street;SO14 3AA;Mr Bob Baker;Mrs Bea Baker;2011-05-09;
      ;3 High Street;SO14 3AA;Mr Carl Cooper;;2012-05-09;
      T2;2 High Street;SO14 3AA;Mr Bob Baker;Mrs Bea Baker;2011-05-09;

      """,
    "reports 01-04-2013.csv": "Ref,Name,Date\nR1,Bob Baker,2013-02-03\nR2,Ann Archer,2013-02-04\n",
  ]
}

/// Surnames of Britain, most frequent first, with the parts that make the many rare ones.
enum BritishSurnames {
  /// The common surnames.
  static let common = WeightedNames(
    """
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker
    White Roberts Green Hall Wood Jackson Clarke Clark Harris Lewis Cooper King Baker Turner Hill
    Ward Morris Moore Lee Harrison Morgan Allen James Scott Phillips Watson Davis Parker Bennett
    Price Griffiths Young Mitchell Cook Richardson Carter Bailey Collins Bell Shaw Murphy Miller
    Cox Richards Marshall Anderson Simpson Ellis Adams Wilkinson Foster Chapman Mason Webb Powell
    Rogers Gray Hunt Mills Palmer Holmes Campbell Lloyd Stevens Barnes Knight Matthews Butler
    Russell Barker Fisher Jenkins Murray Dixon Graham Pearson Harvey Walsh Fletcher Gibson Howard
    Andrews Stewart Elliott Reynolds Ford Payne Fox Pearce Day Brooks West Lawrence Cole Atkinson
    Bradley Spencer Gill Dawson Watts Rose Burton Booth Grant Wells Hughes Edwards Thomas Armstrong
    Woods Webster Hudson Carr Berry Gardner Hart Francis Robertson Arnold Newman Kelly Hawkins
    Ryan Nicholson Stone Cunningham Riley Lane Ross Perry Bird Wallace Johnston Newton Austin Kemp
    Gregory Cooke Willis Bishop Reid Black Lowe Duncan Nelson Warren Hamilton Hayes Sutton Long
    Peters Stephens Hewitt Barrett Bates Cross Pope Oliver Henderson Coleman Page Perkins Read
    Harper Tucker Burgess Porter Crawford Holland Jordan Wheeler Marsh Hopkins Freeman Hunter Franklin
    Nash Barton Dean Cameron Hardy Sharp Heath Park Norman Field Norris Moss Stokes Osborne Rowe
    Parsons Burns Wade Banks Curtis French Goddard Goodwin Gibbs Bryant Hammond Walters Harding
    Morton Bolton Todd Barber Frost Griffin Humphreys Steele Davidson Bull Williamson Charlton Short
    Davey Lambert Dale Potter Byrne Pratt Abbott Ball Hodgson Bowen Mann Jarvis Simmons Baldwin
    Hutchinson Rhodes Baxter Flynn Sims Weston Vincent Sanders Whitehead Horton Cartwright Nicholls
    Townsend Wilkins Savage Buckley Pritchard Bartlett Carpenter Manning Yates Farrell Hancock Ashton
    Brookes Naylor Sykes Leach Swift Reeves Bond Hicks Chambers Wilcox Thornton Beck Parry Leonard
    Godfrey Glover Skinner Bevan Howell Miles Finch Moran Gough Boyd Wyatt Dobson Kent Lamb Tyler
    Randall Whittaker Shepherd Gale Sinclair Hope Sheppard Peacock Hobbs Hurst Summers Preston Law
    Brennan Doyle Daly Fowler Cannon Birch Blake Denton Drew Doherty English Eaton Faulkner Fuller
    Garner Giles Haynes Heaton Hilton Holt Ingram Jennings Joyce Kaye Kerr Kirk Knowles Lord Lyons
    Mellor Metcalfe Middleton Milner Myers Noble Nolan North Norton Nunn Oakley Owen Paul Pickering
    Pike Pollard Poole Power Quinn Ratcliffe Rees Rice Rowley Rudd Sadler Saunders Schofield Slater
    Stanley Storey Stuart Talbot Tait Thorpe Tomlinson Underwood Vaughan Wall Walton Waters Waller
    Weaver Whelan Whittle Winter Woodward Worthington Wren Wyllie Welch Abbey Akehurst Ayling Bassett
    Beales Biggs Blackman Bowyer Bracher Budd Chalk Chase Cheeseman Churcher Compton Coombes Cotton
    Cousins Crook Cutler Diaper Downer Earle Edney Elkins Eyles Feltham Fielder Fry Goater Gosling
    Grist Guy Haskell Hatch Hibberd Hoare Hockley Hooker Hurdle Ings Jupe Kitcher Lavington Light
    Loveridge Lush Macey Maidment Merritt Mew Moody Musselwhite Newell Noyce Oakes Othen Pafford Pascoe
    Penny Petty Pink Privett Puckett Quinton Rampton Read Rickman Rolfe Sait Saint Scammell Stallard
    Street Targett Tarrant Tilbury Triggs Twyman Upton Veal Vine Viney Wareham Wavell Whitcher Whitlock
    Wigmore Withers Woodford Wooldridge Wort Yeoman O'Brien O'Connor O'Neill O'Donnell O'Sullivan
    MacDonald McDonald McCarthy McKenzie McLean Mackay MacLeod McGregor Fitzgerald St_John Le_Page
    """, flattening: 12)

  /// The beginnings of surnames taken from places.
  static let beginnings = WeightedNames(
    """
    Ash Black Brad Bar Burn Cal Chat Clay Col Cran Crow Dal Den Dun East El Fair Far Fen Glad Gos
    Green Hadd Hal Ham Hart Has Hay Hazel Hol Horn Hurst Kel Kes Kim Lang Lin Long Lyd Mal Mar Mel
    Mil New Nor Oak Pen Pem Pres Quar Rad Ram Red Rock Rud Rush Sal San Shel Sher Short Stan Stock
    Stan Sut Swan Tad Thorn Thur Tor Twy Up Wal War Wes Wet Whit Wick Wil Win Wol Wood Wy Yar
    """, flattening: 60)

  /// The endings of surnames taken from places.
  static let endings = WeightedNames(
    """
    ton ley ford worth well ham don field bury shaw combe by stead ridge dale wick bourne man brook
    stone hurst more land more cott wood gate thorpe ing well croft holt mere side
    """, flattening: 30)
}

/// Forenames of people born in Britain, by sex and by when they were born, most frequent first.
enum BritishForenames {
  /// The table for a sex and a year of birth.
  static func table(_ sex: Person.Sex, bornIn year: Int) -> WeightedNames {
    let tables = sex == .female ? women : men
    switch year {
    case ..<1945: return tables[0]
    case ..<1965: return tables[1]
    case ..<1980: return tables[2]
    case ..<1995: return tables[3]
    default: return tables[4]
    }
  }

  private static let women = [
    WeightedNames(
      """
      Mary Margaret Joan Doreen Joyce Dorothy Jean Kathleen Irene Sheila Barbara Patricia Betty
      Audrey Vera Hilda Edna Gladys Ivy Winifred Olive Phyllis Beryl Eileen Marjorie Muriel Rita
      Brenda Maureen Shirley June Sylvia Pamela Elsie Florence Doris Edith Eva Nora Freda Mavis
      Constance Evelyn Iris Norma Nancy Alice Annie Ethel Elizabeth Peggy Thelma Josephine Stella
      Daphne Nellie Lilian Marion Monica Hazel Jessie Ellen Ruby Violet Jane Ruth Gwendoline Enid
      Bridget Agnes Avis Cicely Dulcie Elsa Gwyneth Hettie Ida Kitty Lorna Mabel Maud Minnie Myrtle
      Netta Olga Pearl Queenie Rosemary Sybil Una Wendy Yvonne Zena
      """),
    WeightedNames(
      """
      Susan Christine Margaret Linda Patricia Carol Janet Ann Jean Pauline Maureen Sandra Barbara
      Jennifer Julie Mary Elizabeth Jane Gillian Angela Anne Jacqueline Sheila Kathleen Karen Valerie
      Lesley Marion Deborah Hilary Sally Lynne Pamela Judith Shirley Wendy Brenda Hazel Diane Denise
      Eileen Helen Irene Joan June Kay Lorraine Lynn Marilyn Rosemary Ruth Sylvia Theresa Yvonne
      Catherine Carole Cheryl Dawn Debra Frances Gail Geraldine Glenys Heather Jill Joyce Katherine
      Lynda Moira Penelope Rita Sarah Stephanie Teresa Vivien Alison Beverley Bridget Celia Cynthia
      Dorothy Eleanor Elaine Georgina Gwen Josephine Maria Marjorie Nicola Norma Olive Rosalind Rose
      Stella Tina Toni Ursula Vera Veronica Virginia Viv
      """),
    WeightedNames(
      """
      Sarah Nicola Karen Joanne Tracey Lisa Claire Alison Emma Samantha Michelle Amanda Julie Sharon
      Jacqueline Helen Rachel Louise Donna Debbie Deborah Kelly Susan Tracy Angela Paula Mandy Dawn
      Andrea Jane Wendy Catherine Rebecca Kerry Victoria Caroline Lorraine Marie Heather Elaine Tina
      Melanie Natalie Katherine Kathryn Beverley Clare Alexandra Anna Annette Carolyn Cheryl Christine
      Charlotte Denise Diane Elizabeth Fiona Gail Georgina Gillian Hayley Jayne Jennifer Jill Joanna
      Johanna Josephine Juliet Justine Kate Kim Kirsty Kirsten Lesley Linda Lindsay Lucy Lynn Maria
      Maxine Naomi Nina Penny Philippa Rosemary Ruth Sally Sandra Sheila Sonia Sophie Stephanie Suzanne
      Teresa Theresa Vanessa Yvonne Zoe Carol Mel Gina Jo Vicky Leanne Tanya Tara Lyndsey
      """),
    WeightedNames(
      """
      Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa
      Kelly Natalie Louise Michelle Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle
      Donna Katherine Clare Stephanie Stacey Lauren Jessica Emily Kirsty Zoe Chloe Kerry Jodie Alice
      Amanda Sophie Abigail Alison Alexandra Amber Anna Ashley Becky Bethany Carly Caroline Cara
      Carrie Catherine Cheryl Christina Daisy Dawn Eleanor Ellen Faye Fiona Frances Francesca Georgia
      Georgina Grace Harriet Heather Heidi Holly Jade Jane Jasmine Jemma Jenna Joanna Kayleigh Kate
      Katrina Kimberley Kim Kirstie Lindsay Lindsey Lyndsey Maria Marie Melissa Melanie Naomi Natasha
      Olivia Paige Philippa Rosie Ruth Sally Sara Shelley Sian Suzanne Tanya Tara Tina Toni Vanessa
      Vicky Chantelle Charlene Kayley Jess Rachael Robyn Shauna Shannon Sinead Candice Gaynor
      """),
    WeightedNames(
      """
      Emily Olivia Sophie Jessica Chloe Lily Ella Amelia Grace Mia Charlotte Lucy Ruby Hannah Megan
      Evie Isabella Holly Ellie Poppy Daisy Abigail Leah Freya Millie Georgia Bethany Amy Erin Lauren
      Isabelle Katie Phoebe Summer Imogen Eleanor Maisie Rebecca Jasmine Scarlett Molly Alice Amber
      Lola Sienna Rosie Caitlin Matilda Elizabeth Paige Shannon Lacey Skye Keira Courtney Madison
      Isobel Zoe Maddison Layla Harriet Alisha Anna Aimee Niamh Eve Libby Nicole Florence Gracie
      Isla Ava Sarah Heidi Amelie Martha Eliza Rose Lexi Lexie Tia Tilly Hollie Jade Faith Eloise
      Sofia Lydia Evelyn Zara Victoria Julia Naomi Rachel Samantha Danielle Demi Kayleigh Kiera Kelsey
      Bethan Brooke Carys Chelsea Connie Darcey Darcy Esme Francesca Gabriella Gabrielle Georgina
      Hope India Ivy Jodie Kaitlyn Laila Laura Leila Maya Melissa Mollie Morgan Natasha Neve
      Orla Rhianna Robyn Savannah Sasha Seren Shania Sophia Stephanie Tegan Tiffany Violet Willow
      Yasmin Mya Miah Nevaeh Kacey Kacie Kaya Kyra Lacie Lottie Destiny Ebony Elise Elsie Emilia
      """),
  ]

  private static let men = [
    WeightedNames(
      """
      John William George James Ronald Robert Kenneth Frederick Thomas Albert Eric Edward Arthur
      Charles Leslie Sidney Frank Peter Dennis Joseph Alan Stanley Ernest Harold Norman Raymond
      Harry Douglas Reginald Roy Derek Jack Walter Donald Brian Gordon Geoffrey Henry David Alfred
      Bernard Herbert Michael Philip Cyril Victor Leonard Percy Richard Maurice Patrick Francis
      Gerald Clifford Anthony Cecil Samuel Stuart Terence Trevor Vernon Wilfred Desmond Colin Ivor
      Horace Hugh Hubert Jeffrey Keith Lawrence Lionel Neville Nigel Oliver Ralph Redvers Rex Roland
      Rupert Clive Cuthbert Edgar Edwin Ernie Ivan
      """),
    WeightedNames(
      """
      David John Michael Peter Robert Alan Stephen Paul Brian Anthony Graham Philip Roger Keith
      William Christopher Barry Ian Colin James Kevin Richard Raymond Andrew Roy Derek Martin Kenneth
      Terence Thomas George Nigel Geoffrey Trevor Malcolm Dennis Patrick Mark Steven Gary Neil Ronald
      Clive Stuart Charles Edward Norman Douglas Eric Francis Gordon Joseph Leslie Maurice Nicholas
      Donald Gerald Jeffrey Timothy Frank Simon Adrian Alexander Allan Bernard Bruce Clifford Desmond
      Duncan Frederick Garry Harold Hugh Jonathan Julian Laurence Leonard Melvyn Michael Russell
      Sidney Stanley Stewart Victor Wayne Terry Ray Ron
      """),
    WeightedNames(
      """
      Paul David Mark Andrew Stephen Richard Ian Christopher Robert Michael Darren Steven Simon Jason
      Gary Matthew Neil Stuart John Anthony Lee James Kevin Martin Philip Peter Nicholas Craig Jonathan
      Adam Daniel Wayne Alan Adrian Graham Colin Carl Timothy Dean Nigel Sean Shaun Barry Russell
      Robin Keith Justin Julian Jeremy Joseph Karl Kenneth Kieran Lloyd Marcus Nathan Patrick
      Raymond Roger Ross Samuel Scott Spencer Terence Thomas Trevor Warren William Alexander Antony
      Ashley Ben Benjamin Brett Bruce Charles Clive Damian Damon Darrell Derek Dominic Duncan Edward
      Francis Gareth Gavin Geoffrey George Glenn Grant Greg Guy Howard Iain Jamie
      """),
    WeightedNames(
      """
      Christopher James David Daniel Michael Matthew Andrew Richard Paul Mark Thomas Adam Robert John
      Lee Benjamin Steven Jonathan Craig Stephen Simon Nicholas Peter Anthony Alexander Gary Ian Ryan
      Darren Barry Joseph Jamie Stuart Luke Jack Samuel Ashley Kevin Martin Gareth Sean Carl Joshua
      Aaron Scott Wayne Philip Dean Shaun Nathan William Liam Ben Jordan Edward Gavin Graham Kieran
      Karl Lewis Marc Neil Oliver Patrick Russell Sam Timothy Tom Bradley Callum Charles Connor Damien
      Danny Dominic Elliot Francis George Glen Grant Greg Harry Jake Jason Joe Joel Kane Keith Kyle
      Leon Louis Marcus Mitchell Mathew Perry Phillip Reece Rhys Rory Ross Shane Stewart Toby Tony
      Terry Ricky Robbie Zak
      """),
    WeightedNames(
      """
      Jack Thomas Joshua James Daniel Harry Oliver Charlie William Samuel Benjamin George Joseph Alfie
      Jake Callum Luke Matthew Ethan Lewis Jacob Alexander Dylan Ryan Adam Tyler Harvey Max Cameron
      Liam Jamie Leo Owen Connor Harrison Nathan Ben Henry Archie Edward Michael Aaron Freddie Riley
      Isaac Mason Kai Bradley Kieran Rhys Toby Logan David Finley Noah Oscar Louis Kyle Brandon Reece
      Jayden Charles Alex Robert Joe Luca Zachary Andrew Sam Elliot Theo Jude Louie Dominic John Ellis
      Aidan Ewan Christopher Finlay Kian Arthur Billy Jordan Morgan Sebastian Josh Gabriel Bailey
      Corey Declan Ashton Blake Bobby Brody Caleb Cody Conor Curtis Danny Dexter Elijah Evan Frankie
      Frederick Gethin Hayden Hugo Jay Jenson Joel Jonathan Kaden Kane Kayden Kevin Leon Lucas Marcus
      Mark Mitchell Nicholas Ollie Patrick Peter Philip Reuben Richard Robbie Ross Rory Rowan Scott
      Sean Shane Shay Spencer Stanley Stephen Taylor Tommy Tobias Tom Troy Warren Zak Zac Teddy Finn
      """),
  ]
}

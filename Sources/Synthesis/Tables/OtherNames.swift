/// The names of one tradition other than the British.
struct NameTradition: Sendable {
  /// Forenames of women.
  let women: WeightedNames
  /// Forenames of men.
  let men: WeightedNames
  /// Family names as men bear them.
  let surnames: WeightedNames
}

/// Names of families that came to the county from elsewhere, by tradition.
enum OtherNames {
  static let irish = NameTradition(
    women: WeightedNames(
      """
      Mary Bridget Kathleen Margaret Siobhan Aoife Niamh Ciara Sinead Roisin Aisling Orla Caoimhe
      Grainne Maeve Eileen Nora Deirdre Saoirse Clodagh Breda Una Fionnuala Noreen Bernadette
      """),
    men: WeightedNames(
      """
      Patrick Michael John James Sean Conor Liam Declan Brendan Kieran Eamon Padraig Niall Cormac
      Donal Dermot Fergal Aidan Oisin Cian Eoin Ronan Thomas Martin Finbarr Colm Malachy
      """),
    surnames: WeightedNames(
      """
      Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy
      Gallagher O'Doherty Kennedy Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly O'Connell
      Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes O'Farrell Fitzgerald Brown
      Martin Maguire Nolan Flynn Thompson O'Callaghan O'Donnell Duffy O'Mahony Boyle Healy O'Shea
      White Sweeney Hayes Kavanagh Power McGrath Moran Brady Stewart Casey Foley Fitzpatrick O'Leary
      McDonnell MacMahon Donnelly Regan Donovan Burns Flanagan Mullan Barry Kane Robinson Cunningham
      Ward McDonagh Joyce Delaney Doherty Cash Connors Cassidy Maughan
      """))

  static let polish = NameTradition(
    women: WeightedNames(
      """
      Anna Katarzyna Agnieszka Małgorzata Monika Magdalena Ewa Joanna Aleksandra Karolina Natalia
      Zuzanna Julia Maja Zofia Hanna Oliwia Wiktoria Paulina Justyna Dorota Beata Sylwia Iwona Marta
      Kinga Ewelina Izabela Weronika Nikola Alicja Amelia Lena Gabriela Patrycja Emilia Danuta
      """),
    men: WeightedNames(
      """
      Piotr Krzysztof Andrzej Tomasz Paweł Michał Marcin Grzegorz Jakub Mateusz Kamil Łukasz Adam
      Marek Rafał Jan Dawid Kacper Szymon Filip Wojciech Bartosz Mariusz Robert Sławomir Dariusz
      Wiktor Antoni Oskar Oliwier Maciej Dominik Patryk Sebastian Zbigniew Jacek
      """),
    surnames: WeightedNames(
      """
      Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak
      Dąbrowski Kozłowski Jankowski Mazur Wojciechowski Kwiatkowski Krawczyk Kaczmarek Piotrowski
      Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski
      Stępień Malinowski Jaworski Adamczyk Dudek Nowicki Pawlak Górski Witkowski Walczak Sikora Baran
      Rutkowski Michalak Szewczyk Ostrowski Tomaszewski Pietrzak Zalewski Wróblewski Marciniak
      Jasiński Zawadzki Bąk Jakubowski Sadowski Duda Włodarczyk Wilk Chmielewski Borkowski Sokołowski
      Szczepański Sawicki Kucharski Lis Maciejewski Kubiak Kalinowski Mazurek Wysocki Kołodziej
      Kaźmierczak Czarnecki Sobczak Głowacki Urban Krajewski Zakrzewski Sikorski Cieślak Laskowski
      Bielecki Ziółkowski Makowski Brzeziński Przybylski Domański Borowski Błaszczyk Szulc Andrzejewski
      """))

  static let southAsianMuslim = NameTradition(
    women: WeightedNames(
      """
      Fatima Aisha Ayesha Maryam Zainab Khadija Sana Hina Nadia Saima Shazia Rukhsana Nasreen Shabana
      Samina Farzana Amina Aaliyah Zara Iqra Sumaiya Mehwish Rabia Noor Hafsa Sadia Naila Tahira
      Parveen Kulsoom Yasmin Shamim Nusrat Rehana Razia Salma Halima Ruqayyah Safa Inaya Zoya
      """),
    men: WeightedNames(
      """
      Mohammed Muhammad Mohammad Ahmed Ali Hassan Hussain Imran Asif Abdul Bilal Usman Omar Hamza
      Ibrahim Yusuf Zain Adeel Kashif Nadeem Shahid Tariq Khalid Rashid Faisal Amir Arslan Zeeshan
      Haroon Ismail Junaid Saqib Waqas Kamran Naveed Rizwan Sajid Tahir Zahid Ayaan Rayyan Musa Idris
      """),
    surnames: WeightedNames(
      """
      Khan Ahmed Hussain Ali Malik Akhtar Iqbal Shah Mahmood Mohammed Butt Mirza Chaudhry Sheikh
      Qureshi Raja Bhatti Aslam Rashid Hassan Ashraf Anwar Javed Aziz Rehman Saleem Siddiqui Ansari
      Baig Bashir Dar Farooq Ghafoor Haider Ishaq Jamil Kausar Latif Majid Nawaz Parvez Qadir Rafiq
      Sadiq Tariq Usman Yaqub Younis Zaman Ilyas Sharif Riaz Sarwar Shafi Arshad Hanif
      """))

  static let bangladeshi = NameTradition(
    women: WeightedNames(
      """
      Fatema Nazma Shirin Rahima Rina Shelina Nasima Taslima Halima Sultana Tahmina Jahanara Rokeya
      Momtaz Ruksana Nargis Sufia Anika Nabila Farhana Tasnim Maliha Sadia Jannat Aklima Hasina
      """),
    men: WeightedNames(
      """
      Mohammed Md Abdul Shahid Rafiq Kamal Jamal Faruk Habibur Mizanur Anwar Nurul Shamsul Delwar
      Iqbal Rahim Karim Sadek Tanvir Rakib Shakil Nabil Zakir Monir Aminul Mahbub Saiful Forid
      """),
    surnames: WeightedNames(
      """
      Rahman Miah Islam Ahmed Uddin Ali Hussain Hoque Khan Choudhury Chowdhury Alam Karim Kabir Ullah
      Haque Mia Sarker Hasan Hossain Molla Talukdar Sikder Bhuiyan Mannan Malik Sheikh Kamal Aziz
      """))

  static let indian = NameTradition(
    women: WeightedNames(
      """
      Priya Anita Sunita Harpreet Kiran Meena Jaspreet Pooja Neha Manjit Anjali Kavita Rekha Simran
      Gurpreet Nisha Asha Geeta Usha Ravinder Sangeeta Sonal Hetal Bhavna Divya Shreya Ananya Diya
      Mandeep Navjot Kamaljit Balwinder Parmjit Amrit Riya Aarti Nirmala Pushpa Lakshmi Deepa
      """),
    men: WeightedNames(
      """
      Raj Amit Sanjay Rajesh Vijay Sunil Harjit Gurpreet Manjit Sukhdev Jaspal Ravi Anil Ashok Kumar
      Nikhil Rahul Rohan Arjun Jaswinder Balbir Harpreet Amandeep Kuldeep Dinesh Mahesh Suresh Bharat
      Jayesh Paresh Hitesh Kiran Deepak Vikram Aarav Dev Krishan Mohan Prakash Thomas Joseph
      """),
    surnames: WeightedNames(
      """
      Patel Singh Kaur Shah Sharma Kumar Gill Dhillon Sandhu Sidhu Bains Grewal Mistry Desai Mehta
      Joshi Chauhan Parmar Solanki Rai Verma Gupta Kapoor Chopra Nair Menon Reddy Rao Iyer Pillai
      Das Bhatt Lad Modi Naik Pandya Raval Thakur Virdi Johal Mann Atwal Bhogal Cheema Thomas Mathew
      George Varghese Philip Fernandes D'Souza Pereira Kang Purewal Basra Hothi
      """))

  static let somali = NameTradition(
    women: WeightedNames(
      """
      Fadumo Amina Halima Hodan Ifrah Khadra Sahra Asha Faduma Hibo Ayaan Nasra Safiya Maryan Deqa
      Zahra Idil Ubah Shukri Hawa Kaltun Muna Saynab Sagal Ladan Filsan Ruun Hamdi Sumaya Nimco
      """),
    men: WeightedNames(
      """
      Mohamed Abdi Ahmed Ali Hassan Abdullahi Yusuf Omar Ibrahim Ismail Abdirahman Mahad Liban Guled
      Faarah Warsame Abdikarim Mustafa Khalid Said Bashir Jama Hussein Nur Osman Abshir Mahamud Zakaria
      """),
    surnames: WeightedNames(
      """
      Mohamed Ali Ahmed Hassan Abdi Omar Yusuf Farah Warsame Jama Hussein Ibrahim Osman Adan Nur Aden
      Abdullahi Ismail Elmi Haji Duale Barre Isse Gedi Hersi Egal Samatar Roble Mohamud Guled Shire
      """))

  static let african = NameTradition(
    women: WeightedNames(
      """
      Blessing Grace Joy Patience Mercy Chioma Ngozi Adaeze Folake Yetunde Abena Akua Ama Esther
      Comfort Faith Ruth Tendai Rutendo Chipo Memory Precious Charity Ifeoma Nkechi Temitope Sade
      Efua Naomi Deborah Rejoice Beatrice Zainab Fatou Aminata Makeda Selam
      """),
    men: WeightedNames(
      """
      Emmanuel Samuel Daniel Chukwuemeka Oluwaseun Tunde Kwame Kofi Kwabena Yaw Tendai Tapiwa Farai
      Tatenda Blessing Chidi Emeka Femi Segun Ayo Babatunde Joshua Joseph David Isaac Kelechi Obinna
      Ibrahim Moussa Kelvin Prince Nana Godfrey Innocent Dawit Yonas
      """),
    surnames: WeightedNames(
      """
      Okafor Adeyemi Mensah Boateng Owusu Moyo Ncube Okeke Eze Nwosu Adebayo Ogunleye Oyelaran Asante
      Appiah Osei Agyeman Amoah Sibanda Dube Ndlovu Chikwanha Mukasa Okello Kamau Mwangi Otieno Banda
      Phiri Tembo Kamara Sesay Conteh Bangura Diallo Traore Jallow Ceesay Okonkwo Obi Balogun Afolabi
      Ibrahim Danso Gyamfi Bekele Tesfaye Haile Mutasa Chirwa
      """))

  static let caribbean = NameTradition(
    women: WeightedNames(
      """
      Sharon Beverley Marcia Yvonne Marlene Jacqueline Tanisha Shanice Chantelle Keisha Latoya Natalie
      Simone Monique Jade Aaliyah Kezia Renee Dionne Paulette Shanelle Tiana Gloria Merlene Icilda
      """),
    men: WeightedNames(
      """
      Winston Delroy Errol Leroy Trevor Devon Clive Anthony Marlon Jermaine Leon Dwayne Andre Tyrone
      Jerome Malachi Kieron Nathan Jordan Tyrell Lloyd Desmond Everton Isaiah Elijah Rohan Curtis
      """),
    surnames: WeightedNames(
      """
      Campbell Brown Williams Clarke Grant Gordon Bailey Francis Reid Henry Thompson Morgan Lewis
      Powell Joseph Charles Walters Robinson Johnson Blake Edwards Barrett Palmer Samuels Stewart Dixon
      Wallace McKenzie Facey Pinnock Gayle Hylton Bogle Dacosta Beckford Tulloch Whyte Nembhard Lindo
      """))

  static let chinese = NameTradition(
    women: WeightedNames(
      """
      Mei Li Xiu Ying Jing Yan Hui Fang Na Xia Wai-Ling Siu-Ling Mei-Ling Yuk-Ling Amy Grace Jenny
      Vivian Emily Winnie Wing-Yan Lai-Wah Ping Qian Yu Xin Lily Joyce
      """),
    men: WeightedNames(
      """
      Wei Jun Ming Jian Kai Chi-Wai Kwok-Wai Wing Ho Man-Kit Kin Tony Kevin Jason Raymond Peter Tao
      Lei Bo Yong Chun Hong Ka-Ming Siu-Wah David Jackie Eric Andy
      """),
    surnames: WeightedNames(
      """
      Chan Wong Li Chen Lee Cheung Lam Ng Wang Zhang Liu Lau Leung Ho Tang Yip Cheng Chow Tsang Man
      Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Lin Guo Hu Gao Luo Liang Tse Mak Hui Yeung Kwok Pang
      """))

  static let iberian = NameTradition(
    women: WeightedNames(
      """
      Maria Ana Carmen Isabel Sofia Beatriz Catarina Ines Mariana Lucia Paula Marta Teresa Patricia
      Cristina Carla Sandra Rita Joana Leonor Matilde Elena Laura Pilar Rosa Fernanda Luisa Raquel
      """),
    men: WeightedNames(
      """
      Jose Joao Antonio Manuel Carlos Pedro Luis Miguel Paulo Rui Nuno Tiago Diego Javier Fernando
      Francisco Ricardo Jorge Rodrigo Bruno Andre Alejandro Pablo Sergio David Daniel Rafael Vitor
      """),
    surnames: WeightedNames(
      """
      Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Fernandes Gonçalves Gomes Lopes
      Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira
      García Fernández González Rodríguez López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Díaz
      Moreno Muñoz Álvarez Romero Torres Ramos Navarro Castro Ortega
      """))
}

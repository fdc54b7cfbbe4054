// Writes an extract of any length, row by row, the same bytes every time.
//
//   rows school-census|gp-registrations N >FILE
//
// One row in two hundred is wrong in some way, since wrong rows cost more than right ones: they are
// kept as received, with the reason. Names are drawn from short lists; numbers carry true check
// letters and digits, for without them every row would be rejected.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 20130722;

// SplitMix64.
static uint64_t next(void) {
  uint64_t z = (state += 0x9E3779B97F4A7C15);
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
  return z ^ (z >> 31);
}

static int below(int limit) { return (int)(next() % (uint64_t)limit); }

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))
#define ANY(list) ((list)[below(COUNT(list))])

static const char *const surnames[] = {
    "Smith", "Jones", "Taylor", "Brown", "Khan", "O'Neill", "McDonald", "Begum", "Nowak", "Ahmed",
    "Hussain", "Clarke", "Walker", "Patel", "Green", "Wright", "Hassan", "Abdi", "Lewis", "Young",
    "Smith-Jones", "SINGH", "Kaur", "Edwards", "Turner", "Hughes", "Garcia Lopez", "Kowalska"};
static const char *const forenames[] = {
    "Jack", "Emily", "Mohammed", "Chloe", "Thomas", "Jessica", "Oliver", "Amina", "Daniel", "Sophie",
    "Jakub", "Zainab", "Connor", "Megan", "Callum", "Ellie", "Fatima", "Lewis", "Ruby", "Mary-Ann"};
static const char *const streets[] = {"High Street", "Station Road", "Church Lane", "Mill Close",
                                      "Victoria Avenue", "Queens Rd", "The Green", "Park View"};
static const char *const towns[] = {"Solenton", "Marsh Green", "Eastquay", "Fawley Cross"};
static const char *const sen[] = {"N", "N", "N", "N", "A", "P", "S"};
static const char *const parents[] = {"Mother", "Mother", "Father", "Carer"};

static void upn(char text[14]) {
  static const char letters[] = "ABCDEFGHJKLMNPQRTUVWXYZ";
  int sum = 0;
  snprintf(text + 1, 13, "820%04d%02d%03d", 2000 + below(90), below(13), below(1000));
  for (int place = 1; place < 13; place++) sum += (text[place] - '0') * (place + 1);
  text[0] = letters[sum % 23];
}

// Nine digits and the check digit; those whose check digit would be 10 are never issued.
static void nhs_number(char text[11]) {
  int check = 10;
  while (check == 10) {
    int sum = 0;
    snprintf(text, 11, "4%08d", below(100000000));
    for (int place = 0; place < 9; place++) sum += (text[place] - '0') * (10 - place);
    check = (11 - sum % 11) % 11;
  }
  text[9] = (char)('0' + check);
  text[10] = 0;
}

static void postcode(char text[9]) {
  static const char letters[] = "ABDEFGHJLNPQRSTUWXYZ";
  snprintf(text, 9, "SO%d %d%c%c", 14 + below(39), 1 + below(9), letters[below(20)],
           letters[below(20)]);
}

static void census(long row) {
  char number[14], code[9];
  upn(number);
  postcode(code);
  int wrong = below(200) == 0, year = 1997 + below(12), house = 1 + below(200);
  const char *surname = ANY(surnames);
  printf("%s,,,%s,%s,,,%02d/%02d/%d,%c,WBRI,%s,%02d/09/%d,,,%d,%s,,,%s,,8204%03d,%s,%d,%s,,%s,%s,"
         "1000%08ld,%s,%s,%s,,,\n",
         wrong ? "X1" : number, surname, ANY(forenames), 1 + below(28), 1 + below(12), year,
         below(2) ? 'M' : 'F', wrong ? "Z" : "C", 3 + below(5), year + 5, 2013 - year - 5, ANY(sen),
         below(5) ? "N" : "Y", 1 + below(90), below(6) ? "" : "\"Flat 2, Solent Court\"", house,
         ANY(streets), ANY(towns), code, row % 100000000, surname, ANY(forenames), ANY(parents));
}

static void registration(void) {
  char number[11], code[9];
  nhs_number(number);
  postcode(code);
  int wrong = below(200) == 0, year = 1930 + below(82);
  printf("%s,01,%s,%s,%04d%02d%02d,%d,\"%d %s\",%s,,%s,J82%03d,%04d%02d%02d,\n",
         wrong ? "1234567890" : number, wrong ? "" : ANY(surnames), ANY(forenames), year,
         1 + below(12), 1 + below(28), 1 + below(2), 1 + below(200), ANY(streets), ANY(towns), code,
         1 + below(200), 2012, 1 + below(12), 1 + below(28));
}

int main(int count, char **arguments) {
  int is_census = count == 3 && strcmp(arguments[1], "school-census") == 0;
  if (count != 3 || (!is_census && strcmp(arguments[1], "gp-registrations") != 0)) {
    fprintf(stderr, "rows: say what and how many: rows school-census|gp-registrations N\n");
    return EXIT_FAILURE;
  }
  puts(is_census
           ? "UPN,FormerUPN,ULN,Surname,Forename,MiddleNames,PreferredSurname,DOB,Gender,Ethnicity,EnrolStatus,EntryDate,"
             "LeavingDate,LeavingReason,NCyearActual,SENprovision,SENtype,SENstart,FSMeligible,"
             "FSMstart,LAEstab,SAON,PAON,Street,Locality,Town,Postcode,UPRN,Parent1Surname,"
             "Parent1Forename,Parent1Relationship,Parent2Surname,Parent2Forename,"
             "Parent2Relationship"
           : "NHSNumber,NHSNumberStatus,Surname,Forename,DOB,Sex,AddressLine1,AddressLine2,"
             "AddressLine3,Postcode,GPpracticeCode,RegistrationDate,DeductionDate");
  for (long row = 0, rows = atol(arguments[2]); row < rows; row++) {
    if (is_census) census(row); else registration();
  }
  return EXIT_SUCCESS;
}

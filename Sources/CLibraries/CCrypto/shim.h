#pragma once
// The functions on a plain SHA256_CTX count as old since OpenSSL 3, but only they let a digest under
// way be copied like any other value; they run on the processor's own SHA instructions all the same.
#define OPENSSL_API_COMPAT 10101
#include <openssl/sha.h>

#ifndef PLACEWISE_CSQLITE_SHIM_H
#define PLACEWISE_CSQLITE_SHIM_H

#include <sqlite3.h>

#endif

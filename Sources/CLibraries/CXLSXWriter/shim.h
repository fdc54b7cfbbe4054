#pragma once
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// A file in memory that has no name and goes with its descriptor; -1 where there is none. Through syscall(2), since the
// header declares memfd_create only to those who define _GNU_SOURCE before everything else. 1 is MFD_CLOEXEC.
static inline int xlsx_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }

// libxlsxwriter takes its options as structs of `char *` that it only reads; here they are filled from
// constant texts, which Swift cannot hand over as such.

static inline lxw_workbook *xlsx_open(const char *path, const char *temporary_folder) {
  lxw_workbook_options options = {.tmpdir = (char *)temporary_folder};
  return workbook_new_opt(path, &options);
}

// Frees a workbook that is not to be written after all: lxw_workbook_free closes no file, for none is open yet.
static inline void xlsx_discard(lxw_workbook *workbook) { lxw_workbook_free(workbook); }

static inline lxw_error xlsx_describe(
    lxw_workbook *workbook, const char *title, const char *subject, const char *author, time_t created) {
  lxw_doc_properties properties = {
      .title = (char *)title, .subject = (char *)subject, .author = (char *)author, .created = created};
  return workbook_set_properties(workbook, &properties);
}

// Marks rows up as a table; without filter buttons, which screen readers stumble over. The headings stand one after
// another, each with a NUL behind it; the library copies them.
static inline lxw_error xlsx_add_table(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_row_t last_row, const char *name,
    const char *headings, lxw_format *heading_format, uint16_t count) {
  lxw_table_column *columns = calloc(count, sizeof(lxw_table_column));
  lxw_table_column **list = calloc(count + 1, sizeof(lxw_table_column *));
  lxw_error error = LXW_ERROR_MEMORY_MALLOC_FAILED;
  if (columns && list) {
    for (uint16_t i = 0; i < count; i++) {
      columns[i].header = (char *)headings;
      headings += strlen(headings) + 1;
      columns[i].header_format = heading_format;
      list[i] = &columns[i];
    }
    lxw_table_options options = {
        .name = (char *)name, .no_autofilter = LXW_TRUE, .no_banded_rows = LXW_TRUE,
        .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1, .columns = list};
    error = worksheet_add_table(sheet, first_row, 0, last_row, count - 1, &options);
  }
  free(columns);
  free(list);
  return error;
}

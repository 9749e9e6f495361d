/**
 * Plain decision tables as spreadsheets, CSV and XLSX, out and in. What a stranger writes is data: bounded before it is
 * parsed, and no formula in it is ever evaluated, neither here nor by the spreadsheet that opens what was written.
 */
@NamedInterface("sheet")
@NullMarked
package com.qliento.rules.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.draft.Draft;
import com.qliento.organisation.Caller;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import com.qliento.rest.Revision;
import com.qliento.rules.sheet.ColumnReading;
import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.rules.sheet.SheetFormat;
import com.qliento.rules.sheet.SheetModel;
import com.qliento.rules.sheet.Sheets;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** REST: tables as CSV files and Excel workbooks. */
@RestController
@RequestMapping("/api/v1/decisions/{key}/sheet")
class DecisionSheetApi {

    private static final ProblemType SHEET_REFUSED =
            new ProblemType(ProblemKind.INVALID, "sheet-refused", "The sheet and the table do not fit");

    /**
     * What became of a sheet.
     *
     * @param doubts cells that may mean something else, each with the readings that {@code as} can choose
     * @param understood cells that were not FEEL yet, and what was made of them; the first of {@code understoodCells}
     */
    record Taken(
            String key,
            String name,
            long revision,
            SheetModel.Changes changes,
            List<SheetModel.Understood> understood,
            int understoodCells,
            List<Doubtful> doubts) {}

    /** Something that the sheet does not say. */
    record Doubtful(String code, String column, String cell, String message, List<String> readings) {

        static Doubtful of(SheetModel.Doubt doubt) {
            return new Doubtful(
                    doubt.code(),
                    doubt.column(),
                    doubt.cell(),
                    doubt.message(Locale.ENGLISH),
                    doubt.readings().stream().map(ColumnReading::key).toList());
        }
    }

    private final DecisionSheets sheets;
    private final DecisionDrafts drafts;

    DecisionSheetApi(DecisionSheets sheets, DecisionDrafts drafts) {
        this.sheets = sheets;
        this.drafts = drafts;
    }

    /** The draft's table; {@code format} is {@code csv} or {@code xlsx}. */
    @GetMapping
    ResponseEntity<byte[]> get(
            Caller caller, @PathVariable String key, @RequestParam(defaultValue = "csv") String format) {
        SheetFormat wanted = format(format);
        byte[] sheet = refusing(() -> sheets.write(Actor.program(caller), key, wanted, Locale.ENGLISH));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(key + "." + wanted.extension())
                                .build()
                                .toString())
                .body(sheet);
    }

    /**
     * Puts the sheet's table in place of the draft's, or makes a draft when there is none of this key. With {@code
     * If-Match} only when nobody saved it since that revision. CSV or XLSX: the content says which. Doubtful columns are
     * told, and are the first of their readings unless {@code as} says what they are: {@code as=B:number-comma}, once
     * for each. A column that the sheet does not have, or a reading that is none, is refused.
     */
    @PutMapping(
            consumes = {
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<Taken> put(
            Caller caller,
            @PathVariable String key,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String known,
            @RequestParam(name = "as", required = false) @Nullable List<String> as,
            @RequestBody InputStreamResource sheet)
            throws IOException {
        byte[] file = sheet.getInputStream().readNBytes(Sheets.LARGEST_FILE + 1);
        Actor actor = Actor.program(caller);
        Map<String, ColumnReading> said = said(as);
        SheetModel read = refusing(() -> drafts.knows(actor, key)
                ? sheets.replace(actor, key, file, said)
                : sheets.make(actor, file, key, said));
        Draft saved = known == null
                ? drafts.overwrite(actor, key, read.dmn())
                : drafts.save(actor, key, read.dmn(), Revision.of(known));
        return ResponseEntity.ok()
                .eTag(Revision.tag(saved.revision()))
                .body(new Taken(
                        key,
                        saved.name(),
                        saved.revision(),
                        read.changes(),
                        read.understood(),
                        read.understoodCells(),
                        read.doubts().stream().map(Doubtful::of).toList()));
    }

    private static Map<String, ColumnReading> said(@Nullable List<String> as) {
        var said = new HashMap<String, ColumnReading>();
        for (String one : as == null ? List.<String>of() : as) {
            String[] parts = one.split(":", 2);
            ColumnReading reading =
                    parts.length < 2 ? null : ColumnReading.of(parts[1]).orElse(null);
            if (reading == null) {
                throw Problem.invalid(
                        "as",
                        "Write a column's letter, a colon and what it is: text, number-point, number-comma, day-first"
                                + " or month-first, such as B:number-comma.");
            }
            said.put(parts[0].toUpperCase(Locale.ROOT), reading);
        }
        return said;
    }

    private static SheetFormat format(String name) {
        try {
            return SheetFormat.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("format", "A sheet is 'csv' or 'xlsx'. Ask for one of them.");
        }
    }

    private interface Work<T> {

        T get();
    }

    private static <T> T refusing(Work<T> work) {
        try {
            return work.get();
        } catch (InvalidSheet invalid) {
            var problem = invalid.problem();
            throw SHEET_REFUSED
                    .because(problem.message(Locale.ENGLISH))
                    .with("reason", problem.code())
                    .with("cell", problem.cell() == null ? "" : problem.cell());
        }
    }
}

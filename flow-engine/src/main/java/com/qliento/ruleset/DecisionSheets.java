package com.qliento.ruleset;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.rules.sheet.ColumnReading;
import com.qliento.rules.sheet.InvalidSheet;
import com.qliento.rules.sheet.SheetFormat;
import com.qliento.rules.sheet.SheetModel;
import com.qliento.rules.sheet.Sheets;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Plain tables as spreadsheets: written from a draft, read as a new table or in place of a draft's. Saves nothing. */
@Component
public class DecisionSheets {

    private final DecisionDrafts drafts;
    private final Sheets sheets;

    DecisionSheets(DecisionDrafts drafts, Sheets sheets) {
        this.drafts = drafts;
        this.sheets = sheets;
    }

    /**
     * The draft's table.
     *
     * @param language of the few words that say what a row or a column is
     * @throws InvalidSheet when the draft is more than a plain table
     */
    public byte[] write(Actor actor, String key, SheetFormat format, Locale language) {
        actor.require(Permission.LOOK_ON);
        return sheets.write(drafts.get(actor, key).content(), format, language);
    }

    /** A new decision of a sheet; throws {@link InvalidSheet}. */
    public SheetModel make(Actor actor, byte[] sheet, String name) {
        return make(actor, sheet, name, Map.of());
    }

    /** The same with doubtful columns, by their letters in the sheet, meant as somebody says. */
    public SheetModel make(Actor actor, byte[] sheet, String name, Map<String, ColumnReading> said) {
        actor.require(Permission.BUILD);
        return sheets.make(sheet, name, said);
    }

    /** The draft with the sheet's table in place of its own; throws {@link InvalidSheet}. */
    public SheetModel replace(Actor actor, String key, byte[] sheet) {
        return replace(actor, key, sheet, Map.of());
    }

    /** The same with doubtful columns, by their letters in the sheet, meant as somebody says. */
    public SheetModel replace(Actor actor, String key, byte[] sheet, Map<String, ColumnReading> said) {
        actor.require(Permission.BUILD);
        return sheets.replace(drafts.get(actor, key).content(), sheet, said);
    }
}

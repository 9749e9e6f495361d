package com.qliento.rules.sheet;

/** A kind of spreadsheet file. */
public enum SheetFormat {
    CSV("csv", "text/csv;charset=UTF-8"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    SheetFormat(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    /** What its file names end in, without the dot. */
    public String extension() {
        return extension;
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }
}

package com.qliento.bpmn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes another name into a flow's file, and leaves all else in it as it is. */
public final class DrawnName {

    private static final Pattern PROCESS = Pattern.compile("<(?:[\\w.-]+:)?process(?=[\\s/>])[^<>]*>");
    private static final Pattern NAME = Pattern.compile("(\\sname\\s*=\\s*)(?:\"[^\"]*\"|'[^']*')");

    private DrawnName() {}

    /** The file with this name at its process, in its own encoding; as it was when no process is found. */
    public static byte[] replace(byte[] bpmn, String name) {
        var charset = FlowFile.charset(bpmn);
        var text = new String(bpmn, charset);
        var process = PROCESS.matcher(text);
        if (!process.find()) {
            return bpmn;
        }
        var tag = process.group();
        var quoted = '"' + FlowFile.escaped(name, charset) + '"';
        var old = NAME.matcher(tag);
        var renamed = old.find()
                ? old.replaceFirst("$1" + Matcher.quoteReplacement(quoted))
                : tag.replaceFirst("process", Matcher.quoteReplacement("process name=" + quoted));
        return (text.substring(0, process.start()) + renamed + text.substring(process.end())).getBytes(charset);
    }
}

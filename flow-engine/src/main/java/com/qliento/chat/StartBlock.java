package com.qliento.chat;

import com.qliento.block.Block;
import com.qliento.block.BlockGroup;
import com.qliento.block.BpmnElement;
import com.qliento.block.Keywords;
import com.qliento.block.Names;
import com.qliento.block.StartSettings;
import com.qliento.bpmn.BlockNode;
import com.qliento.bpmn.Repair;
import com.qliento.bpmn.Sentences;
import com.qliento.check.BlockCheck;
import com.qliento.check.CheckedBlock;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Starts the flow when a customer writes one of its keywords, or anything at all. */
@Component
class StartBlock implements DoneByEngine, CheckedBlock {

    private static final int MOST_KEYWORDS = 100;

    private static final Block START = Block.of(ChatWords.ALL, "start", BlockGroup.START, BpmnElement.START_EVENT)
            .evenWithoutTemplate()
            .with(
                    StartSettings.TRIGGER,
                    StartSettings.WORDS,
                    StartSettings.GIVEN,
                    StartSettings.OTHER_KEYWORDS,
                    StartSettings.MERGE_SECONDS);

    @Override
    public Block block() {
        return START;
    }

    /** Its keywords are there, and not too many. */
    @Override
    public void check(BlockCheck at) {
        BlockNode start = at.block();
        if (!start.valueOf(StartSettings.TRIGGER).equals(StartSettings.TRIGGER.defaultValue())) {
            at.flow().given().stream()
                    .filter(name -> !Names.usable(name))
                    .forEach(name -> at.error("bad-given", Sentences.quote(name)));
            return;
        }
        String written = start.valueOf(StartSettings.WORDS);
        Set<String> keywords = Keywords.parse(written);
        if (keywords.isEmpty()) {
            at.error(at.said("no-keyword").mendedBy(keywords(start, ofName(at))));
        }
        if (keywords.size() > MOST_KEYWORDS) {
            at.error("too-many-keywords", keywords.size(), MOST_KEYWORDS);
        }
        var seen = new HashSet<String>();
        for (String one : split(written)) {
            String keyword = Keywords.normalise(one);
            if (!keyword.isEmpty() && !seen.add(keyword)) {
                at.warning(at.said("keyword-twice", Sentences.quote(keyword)).mendedBy(keywords(start, once(written))));
            }
        }
    }

    private static Repair keywords(BlockNode start, String words) {
        return Repair.set(start.elementId(), StartSettings.WORDS.name(), words);
    }

    /** A word people would write to get this flow: what it is called. */
    private static String ofName(BlockCheck at) {
        String name =
                at.block().name().isEmpty() ? at.flow().name() : at.block().name();
        String plain = Keywords.normalise(String.join(" ", split(name)));
        return plain.isEmpty() ? at.environment().flowKey().replace('-', ' ') : plain;
    }

    private static String once(String keywords) {
        var seen = new HashSet<String>();
        return Stream.of(split(keywords))
                .map(String::strip)
                .filter(keyword -> !keyword.isEmpty() && seen.add(Keywords.normalise(keyword)))
                .collect(Collectors.joining(", "));
    }

    private static String[] split(String words) {
        return words.split("[,\\n]+", -1);
    }
}

package com.qliento.chat;

import com.qliento.block.BlockType;
import com.qliento.block.Blocks;
import com.qliento.bpmn.FlowModel;
import com.qliento.bpmn.FlowReader;
import com.qliento.check.FlowCheck;
import com.qliento.guard.GuardedClient;
import com.qliento.guard.HomeService;
import com.qliento.machine.OwnAddress;
import com.qliento.rules.feel.Expressions;
import com.qliento.ruleset.LiveDecisions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/** The blocks of a chat as the application collects them, for tests that start no application. */
public final class ChatSet {

    private static final List<BlockType> TYPES = Stream.concat(
                    collected().stream(), Stream.concat(Stream.of(request(), later()), agreement()))
            .toList();
    private static final Blocks BLOCKS = new Blocks(TYPES);
    private static final FlowReader READER = new FlowReader(BLOCKS);

    private static final FlowCheck CHECK = rulesCollected();

    private ChatSet() {}

    private static List<BlockType> collected() {
        try (var context = new AnnotationConfigApplicationContext()) {
            // Nothing here decides anything.
            context.registerBean(LiveDecisions.class, () -> new SpringObjenesis().newInstance(LiveDecisions.class));
            context.scan(ChatSet.class.getPackageName());
            context.refresh();
            return context.getBeanProvider(BlockType.class).orderedStream().toList();
        }
    }

    /** The block that asks by HTTP; the only service at home is the demo's echo. */
    private static BlockType request() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Expressions.class, () -> new Expressions());
            context.registerBean(OwnAddress.class, () -> new SpringObjenesis().newInstance(OwnAddress.class));
            context.registerBean(HomeService.class, () -> () -> "/simulator/echo");
            context.scan(GuardedClient.class.getPackageName());
            context.registerBean(ClassUtils.resolveClassName("com.qliento.request.RequestBlock", null));
            context.refresh();
            return context.getBean(BlockType.class);
        }
    }

    /** The block that lets a flow begin later; here none does. */
    private static BlockType later() {
        return (BlockType)
                new SpringObjenesis().newInstance(ClassUtils.resolveClassName("com.qliento.schedule.LaterBlock", null));
    }

    /** The blocks about consent; here nothing is written into the ledger. */
    private static Stream<BlockType> agreement() {
        return Stream.of("AskConsentBlock", "RecordConsentBlock", "WithdrawConsentBlock")
                .map(name -> ClassUtils.resolveClassName("com.qliento.agreement." + name, null))
                .map(type -> (BlockType) new SpringObjenesis().newInstance(type));
    }

    private static FlowCheck rulesCollected() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Blocks.class, () -> BLOCKS);
            context.registerBean(FlowReader.class, () -> READER);
            context.registerBean(Expressions.class, () -> new Expressions());
            context.scan(FlowCheck.class.getPackageName());
            context.refresh();
            return context.getBean(FlowCheck.class);
        }
    }

    /** The vocabulary of a chat. */
    public static Blocks blocks() {
        return BLOCKS;
    }

    /** The vocabulary of a chat and these. */
    public static Blocks blocksAnd(BlockType... more) {
        var all = new ArrayList<BlockType>(TYPES);
        all.addAll(List.of(more));
        return new Blocks(all);
    }

    /** A flow of these blocks. */
    public static FlowModel read(byte[] bpmn) {
        return READER.read(bpmn);
    }

    /** The check of such flows. */
    public static FlowCheck check() {
        return CHECK;
    }
}

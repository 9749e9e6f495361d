package com.qliento.block;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vocabulary: the blocks of all sets there are. Never changes. */
@Component
public final class Blocks {

    private final List<BlockType> types;
    private final List<Block> all;
    private final Map<String, Block> byTemplate = new HashMap<>();

    /**
     * The vocabulary of these types.
     *
     * @param types in palette order, as far as they are of one group
     * @throws IllegalStateException when two have the same key, or are both what an element without a template is
     */
    public Blocks(List<BlockType> types) {
        this.types = types.stream()
                .sorted(Comparator.comparing(type -> type.block().group()))
                .toList();
        this.all = this.types.stream().map(BlockType::block).toList();
        var plain = new HashSet<BpmnElement>();
        for (Block block : all) {
            if (byTemplate.putIfAbsent(block.template(), block) != null) {
                throw new IllegalStateException("two blocks have the key " + block.key());
            }
            if (block.plain() && !plain.add(block.element())) {
                throw new IllegalStateException(
                        "two blocks are a plain " + block.element().tag());
            }
        }
    }

    /** All blocks in palette order. */
    public List<Block> all() {
        return all;
    }

    /** The types that do this too, in palette order. */
    public <T extends BlockType> List<T> types(Class<T> what) {
        return types.stream().filter(what::isInstance).map(what::cast).toList();
    }

    /** The block of this key. */
    public Optional<Block> find(String key) {
        return ofTemplate(Block.TEMPLATE_PREFIX + key);
    }

    /** The block an element says it is by its {@code camunda:modelerTemplate}. */
    public Optional<Block> ofTemplate(String template) {
        return Optional.ofNullable(byTemplate.get(template));
    }

    /** The block that an element of this kind is when it names no template, such as a plain end event. */
    public Optional<Block> plain(BpmnElement element) {
        return all.stream()
                .filter(block -> block.plain() && block.element() == element)
                .findFirst();
    }
}

package com.qliento.chat;

import com.qliento.conversation.BlockAction;
import com.qliento.conversation.BlockHandler;
import com.qliento.conversation.BlockParameters;
import com.qliento.conversation.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Blocks that BPMN itself does: the engine starts, decides, waits, calls and ends without help. */
@Configuration(proxyBeanMethods = false)
class EngineBlocks {

    private record DoneByEngine(String block) implements BlockHandler {

        @Override
        public BlockAction prepare(BlockParameters parameters) {
            return step -> Outcome.GO_ON;
        }
    }

    @Bean
    BlockHandler startBlock() {
        return new DoneByEngine("start");
    }

    @Bean
    BlockHandler conditionBlock() {
        return new DoneByEngine("condition");
    }

    @Bean
    BlockHandler waitBlock() {
        return new DoneByEngine("wait");
    }

    @Bean
    BlockHandler startFlowBlock() {
        return new DoneByEngine("start-flow");
    }

    @Bean
    BlockHandler endBlock() {
        return new DoneByEngine("end");
    }
}

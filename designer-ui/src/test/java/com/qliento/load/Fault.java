package com.qliento.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the fake application does wrong to the replies of one webhook. */
enum Fault {
    NONE {
        @Override
        List<Inbound> spoil(List<Inbound> replies, long webhook) {
            return replies;
        }
    },
    LOSES {
        @Override
        List<Inbound> spoil(List<Inbound> replies, long webhook) {
            return webhook == 3 ? replies.subList(1, replies.size()) : replies;
        }
    },
    REPEATS {
        @Override
        List<Inbound> spoil(List<Inbound> replies, long webhook) {
            var more = new ArrayList<Inbound>(replies);
            if (webhook == 3) {
                more.add(replies.get(0));
            }
            return more;
        }
    },
    MISORDERS {
        @Override
        List<Inbound> spoil(List<Inbound> replies, long webhook) {
            var order = new ArrayList<Inbound>(replies);
            Collections.swap(order, 1, 2);
            return order;
        }
    };

    abstract List<Inbound> spoil(List<Inbound> replies, long webhook);
}

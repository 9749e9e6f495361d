package com.qliento.ui;

import com.qliento.door.Door;
import com.qliento.door.Door.Bounds;
import com.qliento.door.Door.Passage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors of a feature of the tests: nothing but these beans says that they are there. */
@Configuration(proxyBeanMethods = false)
class TryDoors {

    @Bean
    static Door tryDoor() {
        return new Door("/try-programs/open/**", Passage.PROGRAMS, new Bounds(DataSize.ofMegabytes(1), false));
    }

    /** What is behind it, and beside it. */
    @RestController
    static class Behind {

        @PostMapping({"/try-programs/open/here", "/try-programs/beside", "/try-elsewhere"})
        ResponseEntity<String> count(@RequestBody byte[] body) {
            return ResponseEntity.ok(Integer.toString(body.length));
        }
    }
}

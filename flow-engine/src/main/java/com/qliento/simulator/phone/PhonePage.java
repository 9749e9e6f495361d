package com.qliento.simulator.phone;

import com.qliento.simulator.OnlyInDemo;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The phone in the browser: a page of plain files that needs nothing from elsewhere. */
@OnlyInDemo
@Controller
final class PhonePage {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    @GetMapping("/simulator/phone")
    ResponseEntity<Resource> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(new ClassPathResource("simulator/phone/index.html"));
    }

    @GetMapping("/simulator/phone/")
    String withoutSlash() {
        return "redirect:/simulator/phone";
    }
}

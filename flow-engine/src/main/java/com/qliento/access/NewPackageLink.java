package com.qliento.access;

/**
 * A link with its address and its code, which are shown this once. Each goes to the person on a way of its own: who has both
 * has the package.
 *
 * @param path the address, below this server's
 * @param code in two halves, for people to read out
 */
public record NewPackageLink(PackageLink link, String path, String code) {

    @Override
    public String toString() {
        return "NewPackageLink[" + link.id() + "]";
    }
}

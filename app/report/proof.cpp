// SPDX-License-Identifier: GPL-3.0-or-later
// The proof block: everything somebody needs to check the report again, with the file or with the paper alone.
#include "report/detail_lines.h"
#include "report/proof_code.h"
#include "report/sections.h"

#include "base/hex.h"
#include "crypto/address.h"

#include <algorithm>
#include <map>

namespace autochain::report
{
namespace
{
QString groups(const QString& text, int size)
{
    QString out;
    for (qsizetype at = 0; at < text.size(); at += size) {
        out += (out.isEmpty() ? QString() : QStringLiteral(" ")) + text.mid(at, size);
    }
    return out;
}

QByteArray headerCode(const ReportSource& source)
{
    return QByteArray::fromStdString("autochain-header:1?rlp=" + toHex0x(source.header));
}

void addCodes(Book& book)
{
    const QByteArray proof = proofCode(book.source), header = headerCode(book.source);
    const double side = 150;
    const double column = (book.width() - 20) / 2;
    const QStringList left =
        linesOf({8.5},
                tr("The proof on one line: chain, registry, title, block, number of records, fingerprint of them all. "
                   "On a computer: autochain-cli vehicle verify \"autochain-proof:…\""),
                column);
    const QStringList right = linesOf({8.5},
                                      tr("The block’s header. Its Keccak-256 is the block’s hash; the state root in it "
                                         "is what the history is proven against."),
                                      column);
    const double text = lineHeight({8.5}) * static_cast<double>(std::max(left.size(), right.size()));
    book.flow.add({side + text + 12, [=](Canvas& canvas, double x, double y) {
                       canvas.qr(proof, {x, y, side, side});
                       canvas.lines(x, y + side + 4, left, {8.5});
                       canvas.qr(header, {x + column + 20, y, side, side});
                       canvas.lines(x + column + 20, y + side + 4, right, {8.5});
                   }});
}

struct IssuerLine {
    QString name;
    vehicle::RoleMask roles = 0;
    int records = 0;
    bool registry = false;
};

void addIssuers(Book& book)
{
    std::map<std::string, IssuerLine> issuers; // by address, so that the order is nobody's choice
    for (const auto& record : book.car().records) {
        IssuerLine& line = issuers[checksumAddress(record.provider)];
        line.name =
            record.provider == book.source.registry ? tr("Vehicle registry (contract)") : qs(record.providerName);
        line.roles = static_cast<vehicle::RoleMask>(line.roles | record.providerRoles);
        line.registry = record.provider == book.source.registry;
        ++line.records;
    }
    addHeading(book.flow, tr("Who wrote in this history"), 11);
    for (const auto& [address, issuer] : issuers) {
        const QString name = issuer.name.isEmpty() ? tr("No public name") : issuer.name;
        const QString roles = issuer.registry ? QString() : issuer.roles == 0 ? tr("no role") : roleWords(issuer.roles);
        const QString text =
            elided({8.5, Face::Medium}, name + (roles.isEmpty() ? QString() : QStringLiteral(" · ") + roles),
                   book.width() - 262);
        const QString account = qs(address);
        const QString count =
            issuer.records == 1 ? tr("1 record") : tr("%1 records").arg(book.words.count(issuer.records));
        const double width = book.width();
        book.flow.add({14, [=](Canvas& canvas, double x, double y) {
                           canvas.text(x, y + 10, text, {8.5, Face::Medium});
                           canvas.text(x + width - 56, y + 10, account, {7, Face::Mono, ink::soft}, Align::Right);
                           canvas.text(x + width, y + 10, count, {8, Face::Regular, ink::quiet}, Align::Right);
                       }});
    }
}
// What the storage says of the title.
void addState(Book& book)
{
    const auto& state = book.car().state;
    addFact(book.flow, tr("Title held by"), qs(checksumAddress(state.holder)), Face::Mono);
    addFact(book.flow, tr("Lender on the title"),
            state.lender.isZero() ? tr("none") : qs(checksumAddress(state.lender)), Face::Mono);
    addFact(book.flow, tr("In a deal"), state.dealId.isZero() ? tr("no") : qs(toHex0x(state.dealId)), Face::Mono);
    addFact(book.flow, tr("Records"), QString::number(state.history.count));
    addFact(book.flow, tr("Fingerprint of all"), qs(toHex0x(state.history.head)), Face::Mono);
}
} // namespace

QByteArray proofCode(const ReportSource& source)
{
    const auto& car = source.car;
    return writeProofCode({source.chainId, source.registry, car.state.id, car.block.number, car.block.hash,
                           car.state.history.count, car.state.history.head});
}

void addProof(Book& book)
{
    const auto& source = book.source;
    const auto& state = book.car().state;
    book.flow.breakPage();
    addHeading(book.flow, tr("Proof"), 15);
    if (source.fits) {
        addParagraph(book.flow,
                     tr("All records fold to one fingerprint that the vehicle registry’s storage holds; a Merkle proof "
                        "ties that storage to the header of the block below. "
                        "The proof, the records and their issuers’ signatures lie inside this file."),
                     {9});
    } else {
        addBox(book.flow, QStringLiteral("problem"), tr("What lies inside this file does not fit this proof."),
               ink::problem, ink::problemTint, ink::problem);
    }
    book.flow.space(8);
    addFact(book.flow, tr("Network"),
            tr("%1, chain %2")
                .arg(book.options.network.isEmpty() ? tr("not named") : book.options.network,
                     QString::number(source.chainId)));
    addFact(book.flow, tr("Header known as"),
            provenanceWord(book.options.provenance) + tr(" when drawn; check it again"));
    addFact(book.flow, tr("Block"),
            QString::number(book.car().block.number) + QStringLiteral(", ") + book.words.moment(book.car().block.time));
    addFact(book.flow, tr("Block hash"), qs(toHex0x(book.car().block.hash)), Face::Mono);
    addFact(book.flow, tr("Vehicle registry"), qs(checksumAddress(source.registry)), Face::Mono);
    addFact(book.flow, tr("VIN"), book.car().vin ? qs(*book.car().vin) : tr("not learned"), Face::Mono);
    addFact(book.flow, tr("Title’s number"), qs(toHex0x(state.id)), Face::Mono);
    if (source.fits) {
        addState(book);
    }
    addFact(book.flow, tr("Inside this file"),
            tr("history of %1 bytes, SHA-256 %2")
                .arg(QString::number(source.bundleBytes), qs(toHex0x(source.bundleDigest))),
            Face::Mono);
    if (!source.opened.empty()) {
        addFact(book.flow, tr("Private parts"),
                tr("%1, each as its record names it, with the key that opens it and nothing else")
                    .arg(book.words.count(static_cast<std::int64_t>(source.opened.size()))));
    }
    addFact(book.flow, tr("Drawn by"),
            book.options.drawnBy + QStringLiteral(", ") + book.words.moment(book.options.drawnAt));
    book.flow.space(8);
    if (source.fits) {
        addCodes(book);
    }
    addHeading(book.flow, tr("Check it again"), 11);
    addParagraph(book.flow,
                 tr("With the file: “autochain-cli vehicle verify FILE.pdf --network NETWORK.json” reads the history "
                    "inside, checks every record, signature and role against the proof, "
                    "asks the network whether it knows the block, draws the report again and compares every byte. A "
                    "page that was changed is found."),
                 {9});
    book.flow.space(4);
    addParagraph(book.flow,
                 tr("With the paper: ask any node of the network for the registry’s history of this title at this "
                    "block and compare count and fingerprint with the left square. The pages themselves "
                    "prove nothing on paper: draw the report anew from the chain and compare."),
                 {9});
    addIssuers(book);
    addHeading(book.flow, tr("Header of the block (RLP)"), 11);
    addParagraph(book.flow, groups(qs(toHex0x(source.header)).mid(2), 16), {7, Face::Mono, ink::soft});
}

} // namespace autochain::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_packet.h"

#include "report/inflate.h"
#include "report/opened_sections.h"
#include "vehicle/error.h"

#include <QDateTime>

#include <optional>

namespace autochain::report
{
namespace
{
constexpr char kNamespace[] = "urn:autochain:ns:report:1#";
constexpr char kOptionsOpen[] = "<acr:options>";
constexpr char kOptionsClose[] = "</acr:options>";
constexpr char kHistoryOpen[] = "<acr:history>";
constexpr char kHistoryClose[] = "</acr:history>";
constexpr char kPrivateOpen[] = "<acr:private>";
constexpr char kPrivateClose[] = "</acr:private>";
constexpr qsizetype kLine = 76;
constexpr int kMostStreams = 200'000; // a report of 10,000 records has about a thousand

Error bad(const char* what)
{
    return Error(VehicleError::ReportUnreadable, {what});
}

QByteArray escaped(const QString& text)
{
    return text.toHtmlEscaped().toUtf8();
}

QByteArray inLines(const QByteArray& base64)
{
    QByteArray out;
    out.reserve(base64.size() + base64.size() / kLine + 2);
    for (qsizetype at = 0; at < base64.size(); at += kLine) {
        out += '\n' + base64.mid(at, kLine);
    }
    return out + '\n';
}

// PDF/A-1 wants every property that is not of a known schema to be described (6.7.8).
QByteArray property(const char* name, const char* about)
{
    return QByteArrayLiteral("<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>") + name +
           "</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>"
           "<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>" +
           about + "</pdfaProperty:description></rdf:li>\n";
}

QByteArray extensionSchema(bool withPrivate)
{
    return QByteArrayLiteral(
               "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
               " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
               " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
               "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">"
               "<pdfaSchema:schema>AutoChain vehicle report</pdfaSchema:schema><pdfaSchema:namespaceURI>") +
           kNamespace +
           "</pdfaSchema:namespaceURI><pdfaSchema:prefix>acr</pdfaSchema:prefix>\n<pdfaSchema:property><rdf:Seq>\n" +
           property("options", "How the pages were drawn: JSON, base64") +
           property("history", "The vehicle's proven history: JSON, compressed (RFC 1950), base64") +
           (withPrivate ? property("private", "Private sections with their keys: JSON, compressed (RFC 1950), base64")
                        : QByteArray()) +
           "</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>\n";
}

// Exactly one stretch between the marks; none where the first is missing.
Result<std::optional<QByteArray>> between(const QByteArray& data, const char* open, const char* close)
{
    const qsizetype from = data.indexOf(open);
    if (from < 0) {
        return std::optional<QByteArray>();
    }
    const qsizetype start = from + static_cast<qsizetype>(qstrlen(open));
    const qsizetype end = data.indexOf(close, start);
    if (end < 0) {
        return bad("packet");
    }
    if (data.indexOf(open, start) >= 0) {
        return bad("packets");
    }
    return std::optional(data.mid(start, end - start));
}

Result<QByteArray> decoded(QByteArray base64)
{
    base64.replace('\n', "").replace('\r', "");
    const auto out = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return out ? Result<QByteArray>(*out) : bad("packet");
}

Result<std::optional<ReportPacket>> packetIn(const QByteArray& xmp)
{
    AC_TRY(const auto options, between(xmp, kOptionsOpen, kOptionsClose));
    AC_TRY(const auto history, between(xmp, kHistoryOpen, kHistoryClose));
    AC_TRY(const auto opened, between(xmp, kPrivateOpen, kPrivateClose));
    if (!options && !history) {
        return std::optional<ReportPacket>();
    }
    if (!options || !history) {
        return bad("packet");
    }
    ReportPacket out;
    AC_TRY(const QByteArray json, decoded(*options));
    AC_TRY(out.options, parseOptions(json));
    AC_TRY(const QByteArray compressed, decoded(*history));
    const auto bundle = inflated(compressed, kMaxBundleBytes);
    if (!bundle) {
        return bad("bundle");
    }
    out.bundle = *bundle;
    if (opened) {
        AC_TRY(const QByteArray packed, decoded(*opened));
        const auto sections = inflated(packed, kMaxOpenedBytes);
        if (!sections || sections->isEmpty()) {
            return bad("private");
        }
        out.opened = *sections;
    }
    return std::optional(out);
}

// In a stream that another program has compressed; streams are found by their keyword, as after a lost table of
// objects.
Result<std::optional<ReportPacket>> packetInStreams(const QByteArray& pdf)
{
    std::optional<ReportPacket> found;
    qsizetype budget = 4 * kMaxBundleBytes;
    qsizetype at = 0;
    for (int streams = 0; streams < kMostStreams && budget > 0; ++streams) {
        at = pdf.indexOf("stream", at);
        if (at < 0) {
            break;
        }
        at += 6;
        const qsizetype start = at + (pdf.mid(at, 2) == "\r\n" ? 2 : 1);
        const bool ends = at >= 9 && pdf.mid(at - 9, 3) == "end";
        if (ends || start >= pdf.size() || (static_cast<unsigned char>(pdf[start]) & 0x0f) != 8) { // RFC 1950, 2.2
            continue;
        }
        const auto stream = inflatedBeginning(QByteArrayView(pdf).sliced(start), budget);
        if (!stream) {
            continue;
        }
        AC_TRY(auto packet, packetIn(*stream));
        if (packet && found) {
            return bad("packets");
        }
        found = packet ? std::move(packet) : std::move(found);
    }
    return found;
}
} // namespace

QByteArray writeXmp(const ReportPacket& packet, const DocumentInfo& info)
{
    const QByteArray when =
        QDateTime::fromSecsSinceEpoch(packet.options.drawnAt, Qt::UTC).toString(Qt::ISODate).toUtf8();
    const QByteArray language = packet.options.language.toUtf8();
    QByteArray out = QByteArrayLiteral("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n");
    out += "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt>"
           "<rdf:li xml:lang=\"x-default\">" +
           escaped(info.title) + "</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>" + language +
           "</rdf:li></rdf:Bag></dc:language></rdf:Description>\n";
    out += "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>" +
           escaped(info.creator) + "</xmp:CreatorTool><xmp:CreateDate>" + when +
           "</xmp:CreateDate></rdf:Description>\n";
    out += "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" +
           escaped(info.producer) + "</pdf:Producer></rdf:Description>\n";
    out +=
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>1</pdfaid:part>"
        "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n";
    out += extensionSchema(!packet.opened.isEmpty());
    out += QByteArrayLiteral("<rdf:Description rdf:about=\"\" xmlns:acr=\"") + kNamespace + "\">" + kOptionsOpen +
           inLines(writeOptions(packet.options).toBase64()) + kOptionsClose + '\n' + kHistoryOpen +
           inLines(deflated(packet.bundle).toBase64()) + kHistoryClose;
    if (!packet.opened.isEmpty()) {
        out += '\n' + QByteArray(kPrivateOpen) + inLines(deflated(packet.opened).toBase64()) + kPrivateClose;
    }
    out += "</rdf:Description>\n";
    return out + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

Result<ReportPacket> findPacket(const QByteArray& pdf)
{
    if (pdf.size() > kMaxReportBytes || pdf.size() < 64) {
        return bad("size");
    }
    AC_TRY(auto plain, packetIn(pdf));
    AC_TRY(auto packed, packetInStreams(pdf));
    if (plain && packed) {
        return bad("packets");
    }
    if (plain || packed) {
        return plain ? *std::move(plain) : *std::move(packed);
    }
    return bad(pdf.contains("/Encrypt") ? "encrypted" : "packet");
}

} // namespace autochain::report

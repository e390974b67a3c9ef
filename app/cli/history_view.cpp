// SPDX-License-Identifier: GPL-3.0-or-later
#include "history_view.h"

#include "messages/enum_names.h"
#include "vehicle/record_details.h"

#include <QCoreApplication>

namespace autochain::cli
{
namespace
{
QString tr(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

template <typename E>
QString wordOf(E value)
{
    return qs(messages::enumName(value));
}

QString headerLine(HeaderCheck header)
{
    switch (header) {
    case HeaderCheck::NotChecked:
        return tr("header not checked against a network");
    case HeaderCheck::InChain:
        return tr("the network has this block");
    case HeaderCheck::NotInChain:
        return tr("the network has ANOTHER block of this number");
    }
    return {};
}
} // namespace

QJsonObject recordJson(const vehicle::Record& record)
{
    QJsonObject json;
    json.insert(QStringLiteral("index"), static_cast<qint64>(record.index));
    json.insert(QStringLiteral("kind"), wordOf(record.kind));
    json.insert(QStringLiteral("time"), static_cast<qint64>(record.time));
    json.insert(QStringLiteral("odometerKm"), static_cast<qint64>(record.odometerKm));
    json.insert(QStringLiteral("provider"), address(record.provider));
    json.insert(QStringLiteral("providerName"), qs(record.providerName));
    json.insert(QStringLiteral("contentDigest"), hex(record.contentDigest));
    json.insert(QStringLiteral("title"), qs(record.content.title));
    json.insert(QStringLiteral("content"), wordOf(record.contentState));
    json.insert(QStringLiteral("signature"), wordOf(record.signature));
    json.insert(QStringLiteral("right"), wordOf(record.right));
    json.insert(QStringLiteral("fault"), wordOf(vehicle::faultOf(record)));
    if (const QJsonObject details = vehicle::writeDetails(record.content.details); !details.isEmpty()) {
        json.insert(QStringLiteral("details"), details);
    }
    if (record.content.corrects) {
        json.insert(QStringLiteral("corrects"), static_cast<qint64>(*record.content.corrects));
    }
    return json;
}

Output verifiedOutput(const vehicle::VerifiedHistory& history, const std::string& vin, HeaderCheck header,
                      Provenance provenance)
{
    Output out;
    QJsonArray list;
    QJsonArray faults;
    Table table({tr("No."), tr("When"), tr("What"), tr("By"), tr("Fault")}, {0});
    for (const vehicle::Record& record : history.records) {
        list.append(recordJson(record));
        const vehicle::RecordFault fault = vehicle::faultOf(record);
        if (fault == vehicle::RecordFault::None) {
            continue;
        }
        faults.append(QJsonObject{{QStringLiteral("index"), static_cast<qint64>(record.index)},
                                  {QStringLiteral("fault"), wordOf(fault)}});
        table.add({QString::number(record.index), dateTime(record.time), wordOf(record.kind),
                   record.providerName.empty() ? address(record.provider) : qs(record.providerName), wordOf(fault)});
    }
    out.json.insert(QStringLiteral("id"), hex(history.state.id));
    out.json.insert(QStringLiteral("vin"), qs(vin));
    out.json.insert(QStringLiteral("titleHolder"), address(history.state.holder));
    out.json.insert(QStringLiteral("records"), static_cast<qint64>(history.state.history.count));
    out.json.insert(QStringLiteral("historyHead"), hex(history.state.history.head));
    out.json.insert(QStringLiteral("unproven"), static_cast<qint64>(history.unproven));
    out.json.insert(QStringLiteral("header"), wordOf(header));
    out.json.insert(QStringLiteral("registryTrusted"), history.registryTrusted);
    out.json.insert(QStringLiteral("faults"), faults);
    out.json.insert(QStringLiteral("history"), list);
    putSource(out.json, provenance, history.block);
    out.fact(tr("Car"), vin.empty() ? hex(history.state.id) : qs(vin));
    out.fact(tr("Title held by"), address(history.state.holder));
    out.fact(tr("Records"), QString::number(history.state.history.count));
    out.fact(tr("Header"), headerLine(header));
    out.fact(tr("Source"), sourceLine(provenance, history.block));
    if (table.isEmpty()) {
        out.line(tr("Nothing is wrong with any record."));
    } else {
        out.lines += table.lines();
    }
    return out;
}

} // namespace autochain::cli

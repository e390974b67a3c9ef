// SPDX-License-Identifier: GPL-3.0-or-later
// What people call a car: "Golf SportWagen, 2018". From its listing where there is or was one, else from its VIN.
#pragma once

#include "base/bytes.h"
#include "base/result.h"

#include <QCoroTask>
#include <QObject>
#include <QString>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace autochain::market
{
struct ListingContent;
}

namespace autochain::desktop
{

class Session;

struct CarName {
    QString title;  // "Golf SportWagen, 2018", "Volkswagen, 2018", or the VIN; never empty
    QString vin;    // empty: not known
    QString body;   // drawing's name ("estate"), empty: not known
    QString colour; // "#rrggbb" or a word, as the seller wrote it; empty: not known
    bool operator==(const CarName&) const = default;
};

class CarNames : public QObject
{
    Q_OBJECT

public:
    explicit CarNames(Session& session) : m_session(session) {}

    // What is known now; a short form of the id until something is.
    CarName of(const Hash32& vehicleId) const;
    // Asks for those not known yet, once; changed() follows.
    void need(std::vector<Hash32> vehicleIds);
    // The same, and ends when they are known; also those asked before.
    QCoro::Task<> learn(std::vector<Hash32> vehicleIds);
    // Cars with a VIN whose name or VIN holds this text, in any letter case.
    std::vector<CarName> find(const QString& text) const;
    // A page that has read a listing's content tells it here.
    void learn(const Hash32& vehicleId, const QString& vin, const market::ListingContent& content);

signals:
    void changed();

private:
    QCoro::Task<> ask(std::vector<Hash32> vehicleIds);
    QCoro::Task<> askListings(std::vector<Hash32> vehicleIds);
    void put(const Hash32& vehicleId, CarName name);

    Session& m_session;
    std::unordered_map<Hash32, CarName> m_known;
    std::unordered_set<Hash32> m_asked;
};

// "estate" for "wagon" and the like: which of the shipped drawings shows a body type. Empty: none fits.
QString drawingOf(const std::string& body);

} // namespace autochain::desktop

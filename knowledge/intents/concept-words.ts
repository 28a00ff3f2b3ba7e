import { conceptMarker, phrases } from "../text-classification/mark-concepts.ts";

/** Words that mean the same to an intent, in English, German, French and Spanish. */
const intentConcepts = {
  price: phrases(`
    price, prices, priced, pricing, cost, costs, rate, rates, fee, fees, tariff*, charge, quote, quotation, quotes,
    estimate, ballpark, budget, $, €, £, preis*, kostet, kosten, kostenvoranschlag, tarif*, gebuhr*, prix, combien, coute,
    couts, devis, precio*, cuesta*, cuanto, cotizacion, presupuesto, costo*, coste*`),
  how_much: phrases(`
    how much, wie viel, wieviel, combien, cuanto, cuantos, what would * cost, per user, per month, per seat`),
  cheaper: phrases(`
    discount*, cheaper, rebate*, negotia*, goodwill, waive, promo, coupon, voucher, lower, expensive, pricey, steep,
    rabatt*, nachlass, spielraum, teuer, gunstiger, remise*, reduction, rabais, cher, eleve, ristourne, descuento*, caro,
    rebaja, mejorar, mejorarlo, afford, startups, nonprofit*, nonprofits, special conditions, better price, above what we,
    match that, come down, meet in the middle, do better, too much, lot of money, room on the price, over budget,
    out of our budget, for free`),
  meeting: phrases(`
    meeting, meetings, meet, call, demo, demos, demonstration, appointment, tour, visit, viewing, webinar, chat, zoom,
    teams, invite, calendar, slot, slots, lunch, coffee, ring, phone, workshop, kickoff, termin*, telefonieren, telefonat,
    vorfuhrung, besichtigung, gesprach, treffen, anrufen, rendez, appel, visite, reunion*, cita, llamada, agendar, visita,
    demostracion, llamar`),
  day: phrases(`
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, wed, thu, fri, tomorrow, tmrw, today, week,
    morning, afternoon, noon, pm, am, montag, dienstag, mittwoch, donnerstag, freitag, morgen, uhr, woche, lundi, mardi,
    mercredi, jeudi, vendredi, demain, semaine, lunes, martes, miercoles, jueves, viernes, manana, semana`),
  move: phrases(`
    reschedul*, reshedul*, postpone*, postponing, shift, moved, swap, conflict, delayed, forward, verschieben, verschoben,
    absagen, dazwischengekommen, reporter, decaler, deplacer, imprevu, aplazar, posponer, cambiar, reprogramar, move our,
    push back, push the, push it, push * back, another day, another time, another slot, another date, new date, find a new,
    running late, something came up, came up, double booked, call off, short notice, not be able to attend, cant make,
    cant do, cannot make, cannot attend, cant join, wont make, after all, miss our, not be able to come,
    not be able to make, cannot come, cant come, autre jour, otro dia, not work for me`),
  stock: phrases(`
    stock, available, availability, availible, capacity, feasible, earliest, lead, lieferbar, lager, lieferzeit, verfugbar,
    disponible*, disponibilidad, disponibilite, delai, plazo, supply, deliver, install, vacancy, vacancies, left, desks,
    how soon, when could you, when can you, could you start, can you start, in time, back in, wie lange, how long does,
    how long would, how long will, realistic, bis wann, en combien de temps, ab wann, is it free, are you open`),
  order: phrases(`
    order, ordered, orders, parcel, package, shipment, shipped, ship, shipping, tracking, track, courier, carrier, customs,
    delivery, delivered, bestellung, bestellt, paket, sendung, sendungsnummer, lieferung, commande, colis, livraison,
    livre, pedido, pedi, paquete, envio, enviado`),
  where: phrases(`
    where is, where s, wheres, when will, wo bleibt, wo ist, wann kommt, ou en est, ou est, donde esta, not arrived,
    hasnt arrived, hasnt come, not received, still waiting, no ha llegado, pas recu`),
  cancel: phrases(`
    cancel*, cancell*, terminate, termination, withdraw, renew, quit, leave, close, kundig*, kundige, kundigung, stornier*,
    widerruf*, resilier, resiliation, annuler, annulation, baja, cancelar, cancelen, rescindir, unsubscribe, notice`),
  contract_words: phrases(`
    subscription, contract, membership, account, plan, abo, vertrag, mitgliedschaft, abonnement, contrat, suscripcion,
    contrato, trial, licence, license`),
  refund: phrases(`
    refund*, reimburse*, compensation, chargeback, deposit, returned, return, returns, erstatt*, ruckerstattung, kaution,
    rembours*, reembolso, devolucion, devuelvan, devolver, money back, pay it back, geld zuruck, credit for, mony back`),
  invoice: phrases(`
    invoice*, invoce, bill, billed, billing, receipt, vat, payment, payments, pay, paid, charged, statement, accounting,
    bank, transfer, rechnung*, abgebucht, zahlung, uberweis*, mahnung, facture*, paiement, prelevement, factura*, pago,
    cobrado, cobro, recibo`),
  legal: phrases(`
    clause, legal, lawyer*, solicitor, attorney, liability, gdpr, nda, dpa, dsgvo, compliance, compliant, subprocessor*,
    iso, soc2, sla, terms, agreement, amendment, damages, indemn*, lease, questionnaire, haftung, rechtsabteilung, anwalt,
    auftragsverarbeitung, datenschutz, agb, vertragsentwurf, juridique, rgpd, responsabilite, abogado*, clausula,
    condiciones, data processing, personal data, our data, data stored, general terms, minimum term, intellectual property,
    conditions generales, proteccion de datos, security review, daten gespeichert`),
  stop: phrases(`
    unsubscribe, unsubscribed, remove, stop writing, stop sending, stop contacting, stop calling, stop mailing, erase, erasure, spam, newsletter*, newsletters, desinscrire, abmelden,
    verteiler, austragen, loschen, darme, opt out, mailing list, your list, take me off, take us off, do not contact,
    dont contact, no more, delete my address, not want to, dont want to receive, stop emailing, delete my data, delete all, keine weiteren,
    ne plus recevoir, ne souhaite plus, no me envien, leave me alone, from your database, never signed up`),
  thanks: phrases(`
    thanks, thank, thx, thankyou, cheers, appreciate, appreciated, grateful, helpful, danke, dank, merci, gracias`),
  acknowledge: phrases(`
    noted, received, understood, perfect, wonderful, brilliant, excellent, super, klar, recibido, parfait, perfecto,
    got it, got everything, all good, sounds good, will do, passt, have a nice, that worked`),
  absence: phrases(`
    ooo, vacation, holiday, holidays, leave, sabbatical, maternity, parental, absence, abwesen*, urlaub, vertretung,
    absent*, conges, vacaciones, ausente, returning, mailbox, unmonitored, out of office, out of the office, away from,
    on leave, annual leave, automatic reply, auto reply, limited access, fuera de la oficina, respuesta automatica,
    reponse automatique, automatische antwort, nicht im buro, no longer work*, left the company, urgent matters,
    urgent cases, dringenden fallen, office is closed, we are closed, get back to you then, bin bis, i am out,
    i will be out, not monitored`),
  broken: phrases(`
    error, errors, bug, bugs, crash*, broken, fails, failed, failing, fail, freezes, frozen, slow, locked, timeout, outage,
    down, glitch, blank, fehler*, fehlermeldung, abgesturzt, kaputt, erreur, panne, plante, falla, fallo, bloqueada,
    not work, doesnt work, does not work, not working, wont load, wont turn, wont open, stopped working, cant log,
    cannot log, cant sign, access denied, funktioniert nicht, geht nicht, nicht mehr, ne fonctionne, ne s ouvre, ne marche,
    no funciona, no carga, no puedo entrar, no longer arrive, keeps asking`),
  how_do: phrases(`
    how do i, how do we, how do you, how can i, how can we, how to, how does that work, where can i, where do i,
    where is the setting, wheres the, what do i have to do, walk me through, guide, tutorial, instructions, steps,
    step by step, wie kann ich, wie geht, wie exportiere, wo finde ich, wo kann ich, comment faire, comment puis je,
    ou puis je, mode d emploi, como puedo, como se, donde se, show me how, explain how, tell me how, manual`),
  account_thing: phrases(`
    password, user, settings, setting, export, import, folder, report, calendar, login, printer, form, notifications,
    benutzer, einstellung, passwort, daten, compte, idioma, cuenta, contrasena`),
  feature: phrases(`
    integrate*, integration, compatible, support, supports, supported, feature, features, api, app, include, includes,
    included, including, warranty, warrenty, size, offline, languages, currencies, version, material, waterproof,
    template*, schnittstelle, unterstutzt, inklusive, enthalten, fonctionne, comprend, integrar, incluye, funciona, handle,
    does it, does the, does your, can it, can the, is there, are there, work with, works with, difference between,
    part of the package, is it possible, gibt es, est ce que, how many users, come with, comes with, do you offer,
    do you have, does this, what s the difference, are you able, can we, can i`),
  upset: phrases(`
    disappoint*, unacceptable, complain*, complaint*, unhappy, dissatisf*, rude, worst, terrible, terible, awful, horrible,
    damaged, dirty, wrong, promised, manager, furious, angry, frustrat*, annoyed, ridiculous, mistakes, fed, enttausch*,
    arger*, beschwerde, beschadigt, unverschamt, mecontent*, inadmissible, decu, reclamation, insatisf*, descontent*,
    queja, inaceptable, peor, fed up, third time, second time, nobody came, nobody called, not what we agreed, not ok,
    expected more, look for someone else, so geht man, dritte mal, tercera vez, da la cara, dissatisfied`),
  agree: phrases(`
    accept, accepted, approve, approved, signed, countersigned, proceed, confirmed, deal, agreed, upgrade, annehmen,
    nehmen, angenommen, unterschrieben, einverstanden, beauftrag*, acceptons, accepte, signe, accord, aceptamos, acepto,
    adelante, acuerdo, firmado, chosen, go ahead, going ahead, let s do it, lets do it, place the order, purchase order,
    we ll take, like to take it, count us in, count me in, where do i sign, work with you, happy with, legen sie los,
    please start, pls start, when do we start, decided to work, de acuerdo`),
  refuse: phrases(`
    declin*, unfortunately, pass, withdraw, elsewhere, competitor, hold, priority, freeze, leider, entschieden, gestoppt,
    bedarf, abgesagt, not for us, is off, chose another, chose somebody, chose someone, decided against, decided not, decided otherwise, decided to stop, not continue, wont continue, called * off, no longer need*, dont need, malheureusement, donnerons, choisi, prestataire, lamentablemente, desgraciadamente, not interested,
    no thanks, no thank you, another supplier, another provider, another agency, someone else, went with, go with another,
    decided to go, not moving forward, wont be moving, not at the moment, cant at the moment, maybe next year, next year,
    on hold, not a priority, isnt a priority, said no, in house, not quite what, not what we need, too early, stay with,
    for now, no interesa, no seguir, kein bedarf, kein interesse, pas suite, bon moment, autre prestataire,
    anderen anbieter, doesnt suit, better fit, otro proveedor`),
  chase: phrases(`
    update, updates, follow, following, chasing, reminder, bumping, stand, progress, news, novedades, neues, nachfrage,
    relance, retour, avance*, esperando, any news, any update, heard back, hear back, heard from you, heard anything,
    get my email, get my last, my last email, my last mail, get back to me, following up, follow up, still waiting,
    where do we stand, had a chance, have you looked, letzte mail, noch keine antwort, toujours pas, sigo esperando,
    when can i expect, weeks since, wrote to you, did you manage, is there any progress, you promised, you mentioned,
    still working on`),
  introduce: phrases(`
    introduce, introducing, introduction, recommended, recommend, referred, refer, suggested, copying, cc, looping,
    forwarding, connect, colleague, vorstellen, empfohlen, zustandig, kollegin, kollege, presento, recomendado, collegue,
    contact, handles, put you in touch, in touch with, get in touch with you, right person, talk to our, take over,
    taken over, takes over, my name is, new contact, your contact, passed on your, gave me your, mets en relation,
    donne votre contact, your details, meet, leite ihre, should know each, told you about, dado su contacto`),
  sell: phrases(`
    seo, google, leads, followers, crypto, invest, portfolio, freelance, freelancer, cv, resume, applying, candidates,
    congratulations, won, prize, loan, loans, factory, click, verify, claim, boost, grow, traffic, ranking, backlinks,
    guest, limited, exclusive, million, referencement, bewerbung, kredite, gratis, gane, imprimantes, offre, we offer,
    we help companies, we help firms, help firms like, our services, first page, platz eins, we supply, we noticed,
    i came across your, business proposal, act now, apply now, special offer, our factory, offer you our, le ofrecemos,
    nous proposons, how we save, how our, person in charge, free sample, open to a short call, wir bringen`),
  seek: phrases(`
    looking for, searching for, we need, i need, interested in, interest in, intrested in, send me some information,
    more information, information about, know more, learn more, tell me more, hear more, do you also, do you guys,
    do you take, taking new clients, brochure, references, suchen, interessieren uns, mehr informationen, angebot fur,
    make us an offer, cherchons, documentation, buscando, nos interesa, mas informacion, want to, we plan to, need help,
    collecting proposals, comparing, found you, your website, replacement`),
};

/** A sentence with the concepts that it mentions, as the classifier of intents is given it. */
export const withConcepts = conceptMarker(intentConcepts);

import { conceptMarker, phrases } from "../text-classification/mark-concepts.ts";

/** What orders to assistants are about, in words that mean the same. */
const injectionConcepts = {
  assistant: phrases(`
    ai, ais, llm, llms, chatbot, chatbots, bot, chatgpt, gpt, assistant, assistants, agent, agents, model, ki, ia, persona,
    dan, omega, language model, virtual assistant`),
  orders: phrases(`
    instruction, instructions, prompt, prompts, rule, rules, guideline, guidelines, command, commands, policy, policies,
    restriction*, limits, boundaries, filter, filters, ethics, ethical, moral, safety, programming, training, directive*,
    anweisung*, regeln, consignes, instrucciones, reglas, systemprompt`),
  drop: phrases(`
    ignore, disregard, forget, override, overrides, bypass, skip, stop, drop, break, reset, overlook, discard, ignoriere,
    vergiss, oublie, ignora, olvida, ignorez, instead`),
  before: phrases(`
    previous, prior, above, earlier, before, initial, original, preceding, bisherigen, precedentes, anteriores, all your,
    your system`),
  role: phrases(`
    act as, pretend, role play, roleplay, you are now, you are going to, character, in character, imagine you, simulate,
    your name is, from now on, you will, you must, never break, two modes, developer mode, du bist jetzt, tu es desormais,
    a partir de ahora`),
  answer: phrases(`
    answer, answers, respond, response, responses, reply, replies, output, outputs, print, repeat, say, says, write, state,
    summary, summarise, summarize, summarising, append, include, insert`),
  secrecy: phrases(`
    do not mention, dont mention, do not tell, dont tell, silently, secretly, hide, hidden, confidential, without telling,
    secret, without asking`),
  user: phrases(`
    the user, the reader, the operator, the developer, your creator, the sender`),
  obey: phrases(`
    obey, comply, refuse, refusal, refusals, always, never, unrestricted, uncensored, unfiltered, illegal, jailbroken,
    hacker, free, permission`),
  tool: phrases(`
    call the, tool, tools, function, api, execute, run this, run the, code, snippet, script, command, server,
    administrator`),
  belongings: phrases(`
    account, accounts, savings, wallet, password, passwords, card, coins, shares, photos, files, file, folder, contacts,
    inbox, calendar, location, alarm, door, lock, camera, cameras, device, payment, money, bank, records, history, domain,
    repository, profile, addresses, appointments, genetic, medical, my saved, my contacts, my account`),
  hand_over: phrases(`
    send, forward, transfer, share, upload, mail, email, export, grant, give, post, pass, download, retrieve, fetch,
    access, sell, buy, withdraw, delete, unlock, disable, install, search, open, cancel`),
  task: phrases(`
    write, compose, explain, describe, translate, summarise, summarize, provide, suggest, recommend, create, list, name,
    draft, convert, classify, rewrite, develop, define, analyse, analyze, identify, design, calculate, compute, generate,
    what is the, who wrote, who painted, how do you, how does, give me a, tell me a, what are the`),
  subject: phrases(`
    poem, story, song, essay, joke, recipe, capital, history, theory, function, python, novel, plot, film, films, movie,
    movies, planets, synonyms, sentence, paragraph, german, french, spanish, japanese, russian, korean, equation, plan,
    ideas, tips, causes, symptoms, book, wine, plants, science, art, war, revolution`),
};

/** A sentence with the concepts that it mentions, as the classifier of sentences is given it. */
export const withConcepts = conceptMarker(injectionConcepts);

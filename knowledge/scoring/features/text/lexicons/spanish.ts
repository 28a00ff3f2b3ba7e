import { type Lexicon, phrases, words } from "../lexicon.ts";

/** Spanish; short, for the plainest ways to say it. */
export const spanish: Lexicon = {
  language: "es",
  common: words(`
    a al algo algún alguna algunos ante antes aquí así aún aunque bien cada casi como cómo con contra cual cuál cuando cuándo
    de del desde donde dos e el él ella ellas ellos en entre era es esa ese eso esta está están estamos estar este esto estos
    estoy fue ha había han hasta hay he hemos hola la las le les lo los más me mi mientras mis mucho muchos muy nada ni no nos
    nosotros nuestra nuestras nuestro nuestros o otra otro otros para pero poco por porque pues puede puedo podemos podría
    podrían que qué quien quién quiero queremos se sea según ser si sí siempre sin sino sobre solo sólo son su sus también
    tampoco tan tanto te tenemos tener tengo ti tiene tienen todo toda todos todas tras tu tú tus un una uno unos usted ustedes
    va vamos ya yo gracias saludos estimado estimada buenos buenas días tardes semana mes año lunes martes miércoles jueves
    viernes mañana hoy hacer decir ver correo`),
  negators: words("no nunca jamás ni sin tampoco ningún ninguna"),
  negatesBehind: false,
  conditionals: words("si antes cuando podría podrían sería"),
  greetings: words("hola estimado estimada gracias saludos señor señora don doña"),
  phrases: {
    harmless: phrases(`
      no hay|es? ningún? problema; sin problema|problemas|duda|falta; buenos|buenas días|tardes|noches
    `),
    price: phrases(`
      cuánto ~ ~ cuesta|cuestan|costaría|costaria|cobran|sale|vale;
      cuánto cuesta|cuestan|costaría|cobran|sale|vale|es|sería;
      cuál|cuáles es|sería|son el|los|su ~ precio|precios|coste|costo|tarifa|tarifas;
      un|una|el|la|su presupuesto|cotización|tarifa;
      enviar|mandar|dar|indicar|pasar ~ precio|precios|presupuesto|cotización|tarifas; lista de precios
    `),
    meeting: phrases(`
      agendar|concertar|programar|organizar|tener|hacer ~ reunión|llamada|cita|demo|videollamada;
      podemos|podríamos|pueden|podría ~ hablar|reunirnos|vernos|llamarme|llamarnos|quedar; llámame|llámeme|llámenos;
      me|nos viene|va|parece bien; tiene|tienen|tienes tiempo|disponibilidad|hueco
    `),
    costly: phrases(`
      demasiado|muy|bastante|tan|algo caro|cara|caros|elevado|alto; más de lo que; descuento|rebaja;
      más barato|barata|económico; fuera|encima de|del nuestro? presupuesto; no ~ permitirnos|pagar
    `),
    concern: phrases(`
      preocupa|preocupado|preocupados|dudas|duda|inquietud|reservas|desconfianza;
      no ~ seguro|segura|seguros|convencido|convencidos|convence; mala|malas experiencia|experiencias
    `),
    delay: phrases(`
      más adelante|tarde; próximo|siguiente año|mes|trimestre; año|mes que viene;
      posponer|aplazar|aplazado|retrasar|postergar|pospuesto;
      después de|del las|los|el? vacaciones|verano|navidad|fiestas; todavía|aún no hemos|he|ha|tenemos ~;
      no ~ prisa|urgente|urge; tiempo para pensar; lo pensaremos|pensaré; tiene|tendrá que esperar
    `),
    refusal: phrases(`
      no ~ interesa|interesados|interesado|interesada|interés; ya no ~ necesitamos|necesito|queremos;
      hemos decidido no; no vamos|seguiremos|continuaremos|voy a? ~ adelante|seguir|continuar|contratar;
      rechazar|rechazado|cancelar|cancelado|descartado|descartar; elegido|optado por? otro|otra ~; nos quedamos con
    `),
    enthusiasm: phrases(`
      encanta|encantado|encantados|genial|excelente|fantástico|estupendo|perfecto|maravilloso|increíble;
      muy|bastante interesado|interesados|interesante|contento|contentos|bien|bueno;
      me|nos gusta|gustó|interesa mucho?; suena bien|genial|interesante; justo|exactamente lo que; ganas de
    `),
    commitment: phrases(`
      adelante con|$; aceptamos|acepto|aprobamos|aprobado|confirmamos|confirmo ~ oferta|presupuesto|pedido|propuesta;
      enviar|envíe|envíen|mándeme|mándenos|envíenos ~ contrato|factura; firmar|firmado|firmamos|firmo; hacer ~ pedido;
      trato hecho; cuándo ~ empezar|empezamos|comenzar|empiezan
    `),
    alternative: phrases(`
      competencia|competidor|competidores|alternativa|alternativas;
      otro|otra|otros|otras|varios|varias|dos|tres oferta|ofertas|proveedor|proveedores|agencia|agencias|presupuestos|empresa;
      comparar|comparando|comparación; también ~ hablando con
    `),
    positive: phrases(`
      bueno|buena|útil|claro|clara|contento|contentos|satisfecho|amable|rápido; muchas|mil gracias
    `),
    negative: phrases(`
      malo|mala|peor|decepcionado|decepcionados|molesto|inaceptable|lamentablemente|desgraciadamente|lástima|pena;
      problema|problemas|error|errores|queja|fallo|fallos; sin respuesta|noticias; sigo|seguimos esperando
    `),
  },
};

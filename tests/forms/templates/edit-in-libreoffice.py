# 市の人が Excel で直したのと同じことを、LibreOffice で本当に行って、試験のファイルを作る（試験のときには動かさない）。
#
#   soffice --headless --accept='socket,host=127.0.0.1,port=2002;urp;' &
#   /usr/bin/python3 edit-in-libreoffice.py ひな形.xlsx 直した様式.xlsx
#
# すること：列を一つ足す、ロゴを置く、別のシートに平らな表を作ってグラフを描く、入力規則を付ける、
# 条件付き書式を付ける、合計の数式を書く、シートを保護する。
import struct
import sys
import tempfile
import zlib

import uno
from com.sun.star.awt import Point, Rectangle, Size
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.ConditionOperator import GREATER, LESS
from com.sun.star.sheet.ValidationType import DECIMAL, LIST



def logo():
    """赤い四角のロゴ（8×8 の PNG）。"""

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\xc0\x30\x30" * 8 for _ in range(8))
    header = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def find(sheet, text):
    for row in range(80):
        for column in range(30):
            if sheet.getCellByPosition(column, row).String == text:
                return column, row
    raise SystemExit("見つからない: " + text)


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    context = resolver.resolve("uno:socket,host=127.0.0.1,port=2002;urp;StarOffice.ComponentContext")
    return context, context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)


def main(source, target):
    context, desktop = connect()
    book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, (prop("Hidden", True),))
    sheet = book.Sheets.getByIndex(0)

    # 列を足す：「備考」の左に「対象年度の実績」。
    column, header = find(sheet, "備考")
    sheet.Columns.insertByIndex(column, 1)
    sheet.getCellByPosition(column, header).String = "対象年度の実績"
    rows = [row for row in range(header, header + 20) if sheet.getCellByPosition(4, row).String == "実績"]
    for row in rows:
        sheet.getCellByPosition(column, row).String = "{{実績 対象年度}}"
        # 入力規則：備考は決まった言い方から選ぶ。
        validation = sheet.getCellByPosition(column + 1, row).Validation
        validation.Type = LIST
        validation.setFormula1('"継続;終了;見直し"')
        sheet.getCellByPosition(column + 1, row).Validation = validation
    last = max(rows)

    # 別のシートに平らな表とグラフ。
    book.Sheets.insertNewByName("グラフ", 1)
    flat = book.Sheets.getByName("グラフ")
    for at, text in enumerate(["指標", "実績", "目標"]):
        flat.getCellByPosition(at, 0).String = text
    for at, text in enumerate(["{{#指標}}{{指標名}}", "{{実績}}", "{{目標値}}{{/指標}}"]):
        flat.getCellByPosition(at, 1).String = text
    flat.getCellByPosition(0, 2).String = "数えた指標"
    flat.getCellByPosition(1, 2).Formula = "=COUNTA(A2:A2)"
    value = flat.getCellByPosition(1, 1)
    validation = value.Validation
    validation.Type = DECIMAL
    validation.setOperator(GREATER)
    validation.setFormula1("-1")
    validation.ErrorMessage = "0 以上の数を入れてください。"
    value.Validation = validation
    formats = flat.getCellRangeByName("B2:B2").ConditionalFormat
    formats.addNew((prop("Operator", LESS), prop("Formula1", "C2"), prop("StyleName", "Accent 1")))
    flat.getCellRangeByName("B2:B2").ConditionalFormat = formats

    where = Rectangle()
    where.X, where.Y, where.Width, where.Height = 15000, 2000, 16000, 9000
    # グラフは試しの数で描き、描いてから印に戻す（字だけの範囲からは系列ができない）。
    marks = [flat.getCellByPosition(at, 1).String for at in (0, 1, 2)]
    for at, trial in enumerate(["試しの指標", 3, 5]):
        cell = flat.getCellByPosition(at, 1)
        if at == 0:
            cell.String = trial
        else:
            cell.Value = trial
    source_range = flat.getCellRangeByName("A1:C2").RangeAddress
    flat.Charts.addNewByName("実績と目標", where, (source_range,), True, True)
    chart = flat.Charts.getByName("実績と目標").EmbeddedObject
    chart.Diagram = chart.createInstance("com.sun.star.chart.BarDiagram")
    chart.HasMainTitle = True
    chart.Title.String = "実績と目標（{{対象年度}}）"
    for at, mark in enumerate(marks):
        flat.getCellByPosition(at, 1).String = mark

    # ロゴ：題の左上。
    path = tempfile.mktemp(suffix=".png")
    with open(path, "wb") as out:
        out.write(logo())
    provider = context.ServiceManager.createInstanceWithContext("com.sun.star.graphic.GraphicProvider", context)
    picture = book.createInstance("com.sun.star.drawing.GraphicObjectShape")
    picture.Graphic = provider.queryGraphic((prop("URL", uno.systemPathToFileUrl(path)),))
    sheet.DrawPage.add(picture)
    picture.Position, picture.Size = Point(500, 300), Size(2000, 2000)
    # 表の下の判：行が増えれば、その分だけ下がる。
    seal = book.createInstance("com.sun.star.drawing.GraphicObjectShape")
    seal.Graphic = picture.Graphic
    sheet.DrawPage.add(seal)
    seal.Position = Point(1000, sheet.getCellByPosition(0, last + 12).Position.Y)
    seal.Size = Size(1500, 1500)

    sheet.protect("")
    book.storeToURL(uno.systemPathToFileUrl(target), (prop("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)


main(sys.argv[1], sys.argv[2])

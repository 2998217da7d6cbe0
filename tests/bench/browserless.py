"""A Streamlit user without a browser: opens the websocket, asks for reruns, waits until the script is done."""

import asyncio
import json
import time
from dataclasses import dataclass

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

LARGEST_MESSAGE = 2**26


@dataclass(frozen=True)
class Page:
    """Where a page is served; without a name it is the first page of the app. `query` is what stands behind the ?."""

    port: int
    name: str = ""
    query: str = ""


async def rerun_seconds(page: Page, reruns: int) -> list[float]:
    """Seconds of each rerun of one user, the first visit left out."""
    async with _connected(page) as user:
        await _rerun(user, page)
        taken = []
        for _ in range(reruns):
            start = time.perf_counter()
            await _rerun(user, page)
            taken.append(time.perf_counter() - start)
        return taken


async def crowd_seconds(page: Page, users: int, reruns: int) -> list[float]:
    """Seconds of every rerun of many users at once, without think time."""
    crowd = await asyncio.gather(*(rerun_seconds(page, reruns) for _ in range(users)))
    return [seconds for one in crowd for seconds in one]


async def shown_figures(page: Page) -> list[dict]:
    """The plotly figures that the page shows, in their order."""
    async with _connected(page) as user:
        messages = await _rerun(user, page)
    elements = [message.delta.new_element for message in messages if message.WhichOneof("type") == "delta"]
    return [json.loads(element.plotly_chart.spec) for element in elements if element.HasField("plotly_chart")]


def _connected(page: Page) -> connect:
    return connect(f"ws://localhost:{page.port}/_stcore/stream", subprotocols=["streamlit"], max_size=LARGEST_MESSAGE)


async def _rerun(user: ClientConnection, page: Page) -> list[ForwardMsg]:
    ask = BackMsg()
    ask.rerun_script.query_string = page.query
    ask.rerun_script.page_name = page.name
    await user.send(ask.SerializeToString())
    messages: list[ForwardMsg] = []
    while not messages or messages[-1].WhichOneof("type") != "script_finished":
        messages.append(ForwardMsg.FromString(await user.recv()))
    return messages

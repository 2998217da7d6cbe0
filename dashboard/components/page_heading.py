"""How a page opens: its title and, in a few lines, what it is for."""

import streamlit as st


def show_heading(title: str, lead: str) -> None:
    st.title(title, anchor=False)
    with st.container(key="lead"):
        st.markdown(lead)

"""Alembic entry point; runs on the connection handed over by `upgrade`."""

from alembic import context

from entente.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

//! The progress of a long work: shown from its beginning to its end, whichever way it ends.

use std::sync::Arc;

use futures::FutureExt;
use tower_lsp::ls_types::notification::Progress as ProgressNotification;
use tower_lsp::ls_types::{
    ProgressParams, ProgressParamsValue, ProgressToken, WorkDoneProgress, WorkDoneProgressBegin, WorkDoneProgressEnd,
    WorkDoneProgressReport,
};

use super::desk::Desk;

/// A work whose progress the editor shows. Dropping it says that the work is over.
#[derive(Debug)]
pub(super) struct Progress {
    desk: Arc<Desk>,
    token: ProgressToken,
}

impl Progress {
    /// Shows progress at the token that the editor gave, or at one of ours where it can be made.
    pub(super) async fn start(desk: &Arc<Desk>, token: Option<ProgressToken>, message: &str) -> Option<Self> {
        let token = match token {
            Some(token) => token,
            None if desk.features().work_done_progress => {
                let token = desk.next_token();
                desk.client.create_work_done_progress(token.clone()).await.ok()?;
                token
            }
            None => return None,
        };
        desk.begin_work(token.clone());
        let progress = Self { desk: Arc::clone(desk), token };
        progress.send(WorkDoneProgress::Begin(WorkDoneProgressBegin {
            title: "copydesk".to_owned(),
            cancellable: Some(true),
            percentage: Some(0),
            message: Some(message.to_owned()),
        }));
        Some(progress)
    }

    /// Whether the user wants it to end.
    pub(super) fn is_cancelled(&self) -> bool {
        self.desk.is_cancelled(&self.token)
    }

    /// Says what has been done, and how much of it all this is.
    pub(super) fn report(&self, message: String, percentage: u32) {
        let (message, percentage) = (Some(message), Some(percentage));
        self.send(WorkDoneProgress::Report(WorkDoneProgressReport { cancellable: Some(true), message, percentage }));
    }

    /// The first poll puts the message into the queue to the editor, which has room for one of every sender's;
    /// the rest would wait for it to leave, and a work that is dropped cannot wait.
    fn send(&self, value: WorkDoneProgress) {
        let params = ProgressParams { token: self.token.clone(), value: ProgressParamsValue::WorkDone(value) };
        let _ = self.desk.client.send_notification::<ProgressNotification>(params).now_or_never();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.desk.end_work(&self.token);
        self.send(WorkDoneProgress::End(WorkDoneProgressEnd { message: None }));
    }
}

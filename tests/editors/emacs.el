;; -*- lexical-binding: t -*-
;; Opens DRAFT in a batch Emacs with the snippet of editors/emacs, and prints what copydesk does there, a fact a line.
(package-initialize) ; What an Emacs with a user does by itself.
(require 'eglot)
(require 'flymake)
(load (getenv "SNIPPET") nil t)
(setq eglot-sync-connect t eglot-connect-timeout 60 eglot-send-changes-idle-time 0.01)

(defun tell (what &rest values) (princ (concat what ": " (apply #'format values) "\n")))
(defun wait-for (look)
  (let ((until (+ (float-time) 60)) seen)
    (while (and (not (setq seen (funcall look))) (< (float-time) until)) (accept-process-output nil 0.02))
    seen))
(defun tell-findings (name)
  (dolist (found (sort (flymake-diagnostics) (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))
    (tell name "%s | %s"
          (buffer-substring-no-properties (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
          (car (split-string (flymake-diagnostic-text found) "\n")))))
(defun count-is (count) (lambda () (flymake-start) (= count (length (flymake-diagnostics)))))

(find-file (getenv "DRAFT"))
(tell "mode" "%s" major-mode)
;; In a batch no command loop runs what `eglot-ensure' leaves for the end of the command.
(run-hooks 'post-command-hook)
(tell "managed" "%s" (and (wait-for #'eglot-current-server) t))
(wait-for (count-is 2))
(tell-findings "first")

(goto-char (point-min))
(search-forward "4,200 to")
(let* ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover (eglot--TextDocumentPositionParams)))
       (card (eglot--format-markup (plist-get answer :contents))))
  (tell "hover" "%s" (replace-regexp-in-string "\n+" " / " (substring-no-properties card))))

(goto-char (point-min))
(search-forward "are 1")
(let ((actions (eglot-code-actions (point) (point))))
  (tell "actions" "%s" (mapconcat (lambda (action) (plist-get action :title)) actions " | "))
  (let ((action (seq-find (lambda (action) (string-match-p "13" (plist-get action :title))) actions))
        (eglot-confirm-server-initiated-edits nil))
    (if (fboundp 'eglot-execute)
        (eglot-execute (eglot-current-server) action)
      (eglot--apply-workspace-edit (plist-get action :edit)))))
(eglot--signal-textDocument/didChange) ; No idle timers run in a batch.
(wait-for (count-is 1))
(tell-findings "fixed")
(eglot-shutdown (eglot-current-server))

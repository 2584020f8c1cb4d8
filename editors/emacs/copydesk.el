;; copydesk under Emacs's own client, eglot (built in since Emacs 29; "M-x package-install eglot" before).
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '((markdown-mode gfm-mode text-mode html-mode mhtml-mode adoc-mode message-mode)
                 . ("copydesk" "lsp"))))

;; Only drafts: a commit message is text, too.
(defun copydesk-ensure ()
  "Start copydesk for a draft that is visited from a file."
  (when (and buffer-file-name
             (string-match-p "\\.\\(txt\\|md\\|markdown\\|html?\\|adoc\\|eml\\)\\'" buffer-file-name))
    (eglot-ensure)))
(add-hook 'text-mode-hook #'copydesk-ensure)
